import { transform } from "esbuild";

/** A rule of a stylesheet. */
export interface Rule {
  /** Its selectors, one each. */
  readonly selectors: readonly string[];
  readonly declarations: ReadonlyMap<string, string>;
  /** Whether it stands under a condition (`@media`, `@supports`, …). */
  readonly isConditional: boolean;
}

/** A stylesheet's rules in order, and its `@font-face` blocks. */
export interface Sheet {
  readonly rules: readonly Rule[];
  readonly faces: readonly ReadonlyMap<string, string>[];
}

/** Blocks in which rules stand. */
const groups = /^@(media|supports|container|layer|starting-style|scope)\b/;

/** What opens, closes or ends something; strings, comments and brackets are passed over whole. */
const token = /\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\]|\([^()]*\))*\)|[{};]/g;

/** Reads a stylesheet; nested rules are flattened first. */
export async function parseSheet(css: string): Promise<Sheet> {
  const { code } = await transform(css, { loader: "css", target: "chrome100", charset: "utf8" });
  const sheet = { rules: [] as Rule[], faces: [] as ReadonlyMap<string, string>[] };
  const open: string[] = [];
  let start = 0;
  for (const { 0: mark, index } of code.matchAll(token)) {
    if (mark.length > 1) continue;
    const text = code
      .slice(start, index)
      .replaceAll(/\/\*[\s\S]*?\*\//g, "")
      .trim();
    if (mark === "{") open.push(text);
    if (mark === "{" || mark === "}" || open.every((each) => groups.test(each))) start = index + 1;
    if (mark !== "}") continue;
    const prelude = open.pop() ?? "";
    if (groups.test(prelude)) continue;
    if (prelude === "@font-face") sheet.faces.push(parseDeclarations(text));
    else if (!prelude.startsWith("@") && open.every((each) => groups.test(each))) {
      const declarations = parseDeclarations(text);
      sheet.rules.push({ selectors: splitTop(prelude, ","), declarations, isConditional: open.length > 0 });
    }
  }
  return sheet;
}

/** `a: b; c: d` as a map; of two declarations of one property both values are kept, for either may count. */
export function parseDeclarations(text: string): Map<string, string> {
  const declarations = new Map<string, string>();
  for (const declaration of splitTop(text, ";")) {
    const colon = declaration.indexOf(":");
    if (colon === -1) continue;
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const before = declarations.get(name);
    const value = declaration.slice(colon + 1).trim();
    declarations.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return declarations;
}

/** Splits a text where a mark stands outside of brackets and strings. */
export function splitTop(text: string, mark: string): string[] {
  const parts: string[] = [];
  let [depth, start, quote] = [0, 0, ""];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "\\") at++;
    else if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if ("([".includes(character)) depth++;
    else if (")]".includes(character)) depth--;
    else if (character === mark && depth === 0) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...parts, text.slice(start).trim()].filter((part) => part !== "");
}
