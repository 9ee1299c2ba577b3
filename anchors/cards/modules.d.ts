declare module "mathjax" {
  namespace MathJax {
    /** MathJax after its start, as far as cards use it. */
    interface Started {
      readonly startup: {
        readonly adaptor: { innerHTML(node: unknown): string };
        readonly output: { readonly options: { displayOverflow: "overflow" | "linebreak" } };
      };
      tex2svgPromise(tex: string, options: object): Promise<unknown>;
    }
    function init(configuration: object): Promise<Started>;
  }
  export default MathJax;
}

declare module "subset-font" {
  /** A font with some of its glyphs and axes, from WOFF2 or TrueType. */
  export default function subsetFont(
    font: Uint8Array,
    text: string | undefined,
    options: {
      readonly targetFormat?: "sfnt" | "woff" | "woff2";
      readonly keepAllGlyphs?: boolean;
      readonly variationAxes?: Readonly<Record<string, number>>;
    },
  ): Promise<Uint8Array>;
}
