import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Math as Display, InlineMath } from "mdast-util-math";
import { visit } from "unist-util-visit";
import { parse } from "yaml";
import { macrosSchema } from "../../course/schemas.ts";
import type { Macros } from "../../markdown/document.ts";
import { parseMarkdown } from "../../markdown/parse.ts";
import { fileSource } from "../../markdown/source.ts";
import { folderHere } from "./golden.ts";

export interface Formula {
  readonly tex: string;
  readonly isDisplay: boolean;
}

const content = folderHere("../../content");

/** The reference course's macros. */
export function courseMacros(): Macros {
  return macrosSchema.parse(parse(readFileSync(join(content, "macros.yaml"), "utf8")));
}

/** Every formula of the reference course, each once, but for those with labels and references, which KaTeX lacks. */
export function courseFormulas(): Formula[] {
  const found = new Map<string, Formula>();
  for (const text of texts()) {
    visit(parseMarkdown(fileSource("", text)), ["math", "inlineMath"], (node) => {
      const tex = (node as Display | InlineMath).value.trim();
      const isDisplay = node.type === "math";
      if (!/\\(?:label|eqref)/.test(tex)) found.set(`${isDisplay} ${tex}`, { tex, isDisplay });
    });
  }
  return [...found.values()];
}

/** The course's Markdown files, and every string of its data files. */
function texts(): string[] {
  return readdirSync(content, { recursive: true, encoding: "utf8" })
    .sort()
    .flatMap((name) => {
      if (!/\.(md|yaml)$/.test(name)) return [];
      const text = readFileSync(join(content, name), "utf8");
      if (name.endsWith(".md")) return [text];
      return name.endsWith("macros.yaml") ? [] : strings(parse(text));
    });
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

const inline = (tex: string): Formula => ({ tex, isDisplay: false });
const display = (tex: string): Formula => ({ tex, isDisplay: true });

/** What the course does not happen to use: accents, arrays, delimiters, colours, environments, text, Unicode. */
export const pickedFormulas: readonly Formula[] = [
  inline("x"),
  inline("f(x, y; z)"),
  inline("a < b \\& c > d"),
  inline("\\hat{x} \\bar y \\vec v \\widetilde{ab} \\overline{z}"),
  inline("\\sqrt[3]{x} \\binom{n}{k} \\tfrac12 \\dfrac{1}{2}"),
  display("\\text{“words” \\& 'quotes' with $x$ inside}"),
  inline("\\mathbb{R} \\mathcal{N} \\mathfrak{g} \\mathbf{x} \\mathsf{T} \\boldsymbol{\\theta}"),
  inline("\\color{red} x \\textcolor{blue}{y} \\boxed{z} \\cancel{w}"),
  inline("\\left\\{ \\middle| \\right\\} \\Bigl( \\biggr]"),
  inline("f'' \\prime \\ldots \\cdots \\iff \\implies \\not= \\ne"),
  inline("äöü é ∞ ≤ α"),
  inline("\\href{#a}{x}"),
  inline("\\phantom{x} \\hspace{1em} \\rule{1em}{1ex} \\smash{y}"),
  inline("\\underbrace{a+b}_{n} \\overset{!}{=} \\xrightarrow[a]{b}"),
  display("\\begin{aligned} a &= b \\\\ &= c \\end{aligned}"),
  display("\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}"),
  display("\\begin{cases} 0 & x < 0 \\\\ 1 & \\text{else} \\end{cases}"),
  display("\\begin{array}{c|c} a & b \\\\ \\hline c & d \\end{array}"),
  display("\\sum_{k=1}^\\infty \\int_0^1 \\prod_i \\lim_{x \\to 0} \\max_{\\theta}"),
  display("x = 1 \\tag{7}"),
  display("x = 1 \\tag*{(*)}"),
  display("\\begin{CD} A @>a>> B \\end{CD}"),
  display("\\def\\f#1{#1^2} \\f{x}"),
];
