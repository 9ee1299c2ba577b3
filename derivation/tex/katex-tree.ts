import katex from "katex";
import { Refusal } from "../refusal.ts";
import { array, fraction, scripted, words } from "./katex-composites.ts";
import type { KatexNode } from "./katex-node.ts";
import { childrenOf, isWide } from "./katex-node.ts";
import { composedRelation, stacked } from "./katex-relations.ts";
import { familyOf, hidden, underlined } from "./katex-styles.ts";
import type { Walk } from "./katex-walk.ts";
import { around, placeOf, read, readOne, space } from "./katex-walk.ts";
import type { Piece, Pieces, Place } from "./pieces.ts";
import { lettersOf, spellFont } from "./spelling.ts";
import { commandFor } from "./unicode.ts";

type Parse = (tex: string, options: object) => readonly KatexNode[];

const SIGNS = new Set(["|", "\\|", "\\vert", "\\Vert", "/", ".", "\\prime", "\\%", "\\top", "@", "\\ast"]);

const symbol = (node: KatexNode, place: Place): Piece => {
  const text = commandFor(node.text ?? "");
  if (/^[0-9]$/.test(text)) return { kind: "number", text, ...place };
  if (node.type === "atom" && node.family === "rel") return { kind: "relation", text, ...place };
  if (node.type === "atom" && text !== "!" && (node.family === "open" || node.family === "close"))
    return { kind: node.family, text, ...place };
  if (node.type === "atom" || SIGNS.has(text)) return { kind: "sign", text, ...place };
  return { kind: "name", key: text, ...place };
};

const styled = (node: KatexNode, walk: Walk): readonly Piece[] => read(childrenOf(node), walk);

/** The only place that knows KaTeX's node types. What is not here is refused. */
const TRANSLATIONS: Record<string, (node: KatexNode, walk: Walk) => readonly Piece[]> = {
  mathord: (node, walk) => [symbol(node, placeOf(node, walk))],
  textord: (node, walk) => [symbol(node, placeOf(node, walk))],
  atom: (node, walk) => [symbol(node, placeOf(node, walk))],
  ordgroup: styled,
  styling: styled,
  color: styled,
  enclose: styled,
  sizing: styled,
  lap: styled,
  smash: styled,
  phantom: hidden,
  vphantom: hidden,
  underline: underlined,
  middle: (node, walk) => [symbol({ type: "textord", text: node.delim ?? "" }, placeOf(node, walk))],
  horizBrace: (node, walk) => read([node.base as KatexNode], walk),
  supsub: scripted,
  genfrac: (node, walk) => around(node, walk, (place) => fraction(node, walk, place)),
  sqrt: (node, walk) =>
    around(node, walk, (place) => {
      const index = readOne(node.index, walk);
      return { kind: "root", body: read(childrenOf(node), walk), index, ...place };
    }),
  leftright: (node, walk) =>
    around(node, walk, (place) => {
      const body = read(childrenOf(node), walk);
      return { kind: "delimited", left: node.left ?? ".", right: node.right ?? ".", body, ...place };
    }),
  delimsizing: (node, walk) => [
    symbol({ type: "textord", text: node.delim ?? "", ...familyOf(node) }, placeOf(node, walk)),
  ],
  op: (node, walk) => {
    const place = placeOf(node, walk);
    return [
      node.name
        ? { kind: "operator", name: node.name, ...place }
        : { kind: "unsupported", what: "a made-up operator", ...place },
    ];
  },
  operatorname: (node, walk) => {
    const place = placeOf(node, walk);
    const letters = lettersOf(read(childrenOf(node), { tex: "", reached: 0, translate }));
    return [
      letters
        ? { kind: "operator", name: `\\${letters}`, ...place }
        : { kind: "unsupported", what: "this operator name", ...place },
    ];
  },
  accent: (node, walk) =>
    around(node, walk, (place) => spellFont(node.label ?? "", readOne(node.base, walk) ?? [], place)),
  overline: (node, walk) =>
    around(node, walk, (place) => spellFont("\\overline", read(childrenOf(node), walk), place)),
  font: (node, walk) =>
    around(node, walk, (place) => spellFont(`\\${node.font ?? ""}`, read(childrenOf(node), walk), place)),
  text: words,
  mclass: stacked,
  htmlmathml: (node, walk) => composedRelation(node, placeOf(node, walk)),
  array,
  kern: (node, walk) => [space(isWide(node), walk)],
  spacing: (_, walk) => [space(false, walk)],
  tag: (node, walk) => childrenOf(node).flatMap((part) => translate(part, walk)),
  internal: () => [],
};

function translate(node: KatexNode, walk: Walk): readonly Piece[] {
  const known = Object.hasOwn(TRANSLATIONS, node.type) ? TRANSLATIONS[node.type] : undefined;
  if (known) return known(node, walk);
  return [{ kind: "unsupported", what: `KaTeX's “${node.type}”`, ...placeOf(node, walk) }];
}

/** KaTeX's and our own time grow with the length. */
const LONGEST = 20_000;

/** Labels are Ansatz's own: blanked out, so that the places after them stay right. */
const withoutLabels = (tex: string): string =>
  tex.replace(/\\label\s*\{[^{}]*\}/g, (label) => " ".repeat(label.length));

/**
 * The pieces of a formula, read from the very tree that KaTeX renders.
 * Raises a Refusal with KaTeX's message where KaTeX cannot parse it, or if it is too long.
 */
export const readTex = (tex: string, macros: Readonly<Record<string, string>>): Pieces => {
  if (tex.length > LONGEST) throw new Refusal(`a formula of more than ${LONGEST} characters`, 0);
  const source = withoutLabels(tex);
  const { __parse: parse } = katex as unknown as { readonly __parse: Parse };
  try {
    const options = { displayMode: true, strict: "ignore", maxExpand: 1000, macros: { ...macros } };
    return read(parse(source, options), { tex: source, reached: 0, translate });
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error;
    throw new Refusal(error.rawMessage ?? error.message, Math.min(error.position ?? 0, tex.length));
  }
};
