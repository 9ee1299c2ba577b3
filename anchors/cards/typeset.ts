import MathJax from "mathjax";

/** A formula as outlines: `svg` is the content of a drawing whose units are thousandths of an em. */
export interface Typeset {
  readonly svg: string;
  /** Left, top, width and height. */
  readonly box: readonly [number, number, number, number];
}

const extensions = [
  "ams",
  "boldsymbol",
  "braket",
  "bbox",
  "cancel",
  "color",
  "enclose",
  "mathtools",
  "newcommand",
  "unicode",
];

/** Width at which a formula too long for one line is broken, in ems. */
const lineWidth = 32;

let started: Promise<MathJax.Started> | undefined;

/**
 * A display as outlines, in MathJax's New Computer Modern, which the site's Computer Modern grew into. `macros` is
 * what KaTeX shows for each command. Undefined where MathJax cannot read what KaTeX could.
 */
export async function typeset(
  tex: string,
  macros: Readonly<Record<string, string>>,
  isBroken = false,
): Promise<Typeset | undefined> {
  started ??= start();
  const mathJax = await started;
  const own = tex.replace(/\\(?:tag\*?|label|href)\{[^{}]*\}/g, "");
  const options = { display: true, ...(isBroken ? { em: 10, ex: 5, containerWidth: 10 * lineWidth } : {}) };
  mathJax.startup.output.options.displayOverflow = isBroken ? "linebreak" : "overflow";
  const container = await mathJax.tex2svgPromise(`${definitions(macros)}${own}`, options);
  const html = mathJax.startup.adaptor.innerHTML(container);
  const parts = /<svg[^>]*viewBox="(\S+) (\S+) (\S+) (\S+)"[^>]*>(.*)<\/svg>/s.exec(html);
  if (parts === null || html.includes('data-mml-node="merror"')) return undefined;
  const [, left, top, width, height, svg = ""] = parts;
  return { svg, box: [Number(left), Number(top), Number(width), Number(height)] };
}

async function start(): Promise<MathJax.Started> {
  return MathJax.init({
    loader: { load: ["input/tex-base", "output/svg", ...extensions.map((name) => `[tex]/${name}`)] },
    tex: { packages: { "[+]": extensions } },
    svg: { fontCache: "none" },
    startup: { typeset: false },
  });
}

/** Macros as TeX's own definitions: `\KL` with `#1` and `#2` becomes `\def\KL#1#2{…}`. */
function definitions(macros: Readonly<Record<string, string>>): string {
  return Object.entries(macros)
    .map(([name, shown]) => {
      const count = Math.max(0, ...[...shown.matchAll(/#(\d)/g)].map(([, digit]) => Number(digit)));
      const parameters = Array.from({ length: count }, (_, index) => `#${index + 1}`).join("");
      return `\\def${name}${parameters}{${shown}}`;
    })
    .join("");
}
