/** The part of subset-font that is used here; the package brings no types. */
declare module "subset-font" {
  interface Options {
    readonly targetFormat: "woff2";
    /** OpenType features that stay; all where it is absent. */
    readonly keepFeatures?: readonly string[];
  }
  /** A font that shows the characters of a text and no others. */
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}
