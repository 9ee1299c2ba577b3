import katex from "katex";
import type { Page } from "playwright";
import { katexOptions } from "../../markdown/remark-formulas.ts";
import type { Manifest, ManifestFormula } from "../manifest.ts";
import type { Outcome } from "./outcome.ts";
import type { ShownFormula } from "./read-page.ts";

/** A formula that was rendered again, out of the page. */
type Rendered = Pick<ShownFormula, "visible" | "mathml">;

/**
 * The displays of one page: each formula of the manifest, which is what was checked, must stand in the page as often,
 * and its visible text and its MathML must be those that KaTeX makes of it here and now.
 */
export async function checkFormulas(
  page: Page,
  expected: readonly ManifestFormula[],
  shown: readonly ShownFormula[],
  manifest: Manifest,
): Promise<Outcome[]> {
  if (manifest.katex !== katex.version) {
    const reason = `the site was made with KaTeX ${manifest.katex}, and here is ${katex.version}`;
    return expected.map((formula) => ({ ...claimOf(formula), route: "formula", status: "not run", reason }));
  }
  const options = katexOptions(macrosOf(manifest));
  const left = [...shown];
  const outcomes: Outcome[] = [];
  for (const formula of expected) {
    const index = left.findIndex(({ annotation }) => bareTex(annotation) === bareTex(formula.tex));
    const [found] = index < 0 ? [] : left.splice(index, 1);
    const html = found && render(found.annotation, options);
    outcomes.push(judge(formula, found, html === undefined ? undefined : await readRendered(page, html)));
  }
  return outcomes;
}

function claimOf({ tex, file, line, column, page, part }: ManifestFormula) {
  const subject = tex.replace(/\s+/g, " ").slice(0, 80);
  return {
    subject,
    place: `${file}:${line}:${column}`,
    address: part === undefined ? page : `${page}#${part}`,
  };
}

function judge(
  formula: ManifestFormula,
  shown: ShownFormula | undefined,
  rendered: Rendered | undefined,
): Outcome {
  const claim = { ...claimOf(formula), route: "formula" as const };
  if (shown === undefined)
    return {
      ...claim,
      status: "failed",
      expected: formula.tex,
      reason: "the page shows no formula of this TeX",
    };
  if (rendered === undefined)
    return { ...claim, status: "not run", reason: "KaTeX does not render this formula by itself" };
  if (shown.visible === "") return { ...claim, status: "failed", reason: "the formula is not visible" };
  const texts = { expected: rendered.visible, found: shown.visible };
  if (shown.visible !== rendered.visible)
    return {
      ...claim,
      ...texts,
      status: "failed",
      reason: "a reader reads another formula than was checked",
    };
  if (shown.mathml !== rendered.mathml) {
    const other = { expected: rendered.mathml, found: shown.mathml };
    return { ...claim, ...other, status: "failed", reason: "the MathML is another formula than was checked" };
  }
  // what was not checked may go without a mark, but never with another one
  const mayBeBare = formula.outcome === "unread" || formula.outcome === "unchecked";
  if (shown.mark !== formula.outcome && !(mayBeBare && shown.mark === "")) {
    const words = { expected: formula.outcome, found: shown.mark || "no mark" };
    const reason = "the mark beside the formula tells a reader another outcome";
    return { ...claim, ...words, status: "failed", reason };
  }
  return { ...claim, status: "passed" };
}

function macrosOf({ macros }: Manifest) {
  return Object.fromEntries(Object.entries(macros).map(([name, shown]) => [name, { shown }]));
}

/** TeX without the number that the page gave it, in one spelling of white space. */
function bareTex(tex: string): string {
  return tex
    .replace(/\\tag\s*\{[^{}]*\}/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function render(tex: string, options: ReturnType<typeof katexOptions>): string | undefined {
  try {
    return katex.renderToString(tex, { ...options, displayMode: true, throwOnError: true });
  } catch {
    return undefined;
  }
}

/** The texts of a rendered formula, taken by the same browser. */
function readRendered(page: Page, html: string): Promise<Rendered> {
  return page.evaluate((markup) => {
    const parsed = new DOMParser().parseFromString(markup, "text/html");
    const bare = (text: string | null | undefined) => (text ?? "").replace(/[\s\u200B]+/g, "");
    parsed.querySelector("annotation")?.remove();
    return {
      visible: bare(parsed.querySelector(".katex-html")?.textContent),
      mathml: bare(parsed.querySelector("math")?.textContent),
    };
  }, html);
}
