import type { Node } from "unist";
import type { VFile } from "vfile";
import { element, text } from "../element.ts";
import type { Declaration } from "./declarations.ts";
import { typeset, withFormulas } from "./typeset.ts";

/** A declaration as a reader sees it: `x ∈ (0, 1)`, and its author's comment. */
export function typesetDeclaration(declaration: Declaration, file: VFile): Node {
  const tex = texOf(declaration);
  const formula = tex && typeset(tex, file);
  const { comment } = declaration;
  return element("li", {}, [
    formula || element("code", {}, [text(declaration.text)]),
    ...(comment === "" ? [] : [text(" "), element("small", {}, withFormulas(comment, file))]),
  ]);
}

/** What KaTeX shows of a declaration; undefined where it is no formula. */
function texOf({ kind, names, meaning, text: line }: Declaration): string | undefined {
  if (kind === "setting") return settingTex(line);
  if (kind === "definition") return line.replace(":=", "\\mathrel{:=}");
  const left = names.join(",\\,");
  return kind === "distribution" ? `${left} \\sim ${upright(meaning)}` : domainTex(left, meaning);
}

/** `set log 2` and `set index-base 0` in the field's words. */
function settingTex(line: string): string | undefined {
  const [, base] = /^set log (\S+)$/.exec(line) ?? [];
  const [, first] = /^set index-base (\d)$/.exec(line) ?? [];
  if (base !== undefined) return `\\log = \\log_{${base}}`;
  return first === undefined ? undefined : `\\text{indices begin at ${first}}`;
}

function domainTex(left: string, domain: string): string {
  const [, from, to] = /^(\S+?)\.\.(\S+)$/.exec(domain) ?? [];
  if (from !== undefined && to !== undefined) return `${left} \\in \\{${from},\\ldots,${to}\\}`;
  const [, power = "", rest = ""] = /^R(?:\^(\S+))?(.*)$/.exec(domain) ?? ["", undefined, undefined];
  const size = power === "" ? "" : `^{${power.replaceAll(/[{}]/g, "").replaceAll("x", "\\times ")}}`;
  if (/^R(?:\^|\s|$)/.test(domain)) return `${left} \\in \\mathbb{R}${size}${words(rest)}`;
  return `${left} \\in ${upright(domain)}`;
}

/** Words of a domain (“symmetric”), or the entries' own (“in (0, 1)”), behind its set. */
function words(rest: string): string {
  return rest.trim() === "" ? "" : `\\text{ ${rest.trim().replaceAll(/[\\{}$]/g, "")}}`;
}

/** Names of distributions and properties are words, not products of letters. */
function upright(meaning: string): string {
  return meaning.replaceAll(/(?<![\\A-Za-z])[A-Za-z]{2,}/g, (word) => `\\text{${word}}`);
}
