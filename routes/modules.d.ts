declare module "virtual:ansatz/bodies" {
  /** The folder of the compiled problems. */
  const folder: string;
  export default folder;
}
