declare module "virtual:ansatz/app" {
  /** Whether the site can be installed. */
  const isApp: boolean;
  export default isApp;
}

declare module "virtual:ansatz/bodies" {
  /** The folder of the compiled problems. */
  const folder: string;
  export default folder;
}

declare module "virtual:ansatz/studio" {
  export { Studio } from "../anchors/cards/studio.ts";
}
