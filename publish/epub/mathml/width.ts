import { attributeOf, type Element, isElement, type Node, textOf } from "../xml.ts";

/** How a part of a formula is set: the size of its letters in em, and whether fractions and sums stand tall. */
interface Setting {
  readonly size: number;
  readonly isTall: boolean;
}

const relations = /^(?:[=<>≤≥≈≠≡∼≃≅∝∈∉⊂⊆⊃⊇→←↔⇒⇐⇔⟹⟸⟺⟶⟵↦≪≫≔≜⩽⩾≻≺⊥∥∣:]|:=)$/u;
const operators = /^[+\-−±∓×⋅·∗∪∩∖∧∨⊕⊗⊙∘÷]$/u;
const narrow = /[,;.:!|∣'′()[\]{}ijlft1\s]/gu;
const wide = /[A-Zmw…⟹⟸⟺⟶⟵]|[\u{1d400}-\u{1d7ff}]/gu;

/** About how wide a formula is, in em of the text around it: measured against one of the widest faces, and mostly within 10 %. */
export function widthOf(nodes: readonly Node[], isDisplay: boolean): number {
  return row(nodes, { size: 1, isTall: isDisplay });
}

function row(nodes: readonly Node[], setting: Setting): number {
  return nodes.filter(isElement).reduce((sum, node) => sum + width(node, setting), 0);
}

function width(node: Element, setting: Setting): number {
  const children = node.childNodes.filter(isElement);
  return (kinds[node.tagName] ?? row)(children, setting, node);
}

type Kind = (children: readonly Element[], setting: Setting, node: Element) => number;

/** What each element of MathML makes of the widths of its children. */
const kinds: Readonly<Record<string, Kind>> = {
  mi: letters,
  mn: letters,
  mtext: letters,
  mo: letters,
  msub: scripted,
  msup: scripted,
  msubsup: scripted,
  munder: stacked,
  mover: stacked,
  munderover: stacked,
  mtable: table,
  mspace: (_, { size }, node) =>
    Math.max(0, Number.parseFloat(attributeOf(node, "width") ?? "0") || 0) * size,
  mstyle: (children, setting, node) => {
    const displaystyle = attributeOf(node, "displaystyle");
    return row(
      children,
      displaystyle === undefined ? setting : { ...setting, isTall: displaystyle === "true" },
    );
  },
  mfrac: (children, setting) => {
    const inner = setting.isTall ? { ...setting, isTall: false } : script(setting);
    return Math.max(0, ...children.map((child) => width(child, inner))) + 0.2 * setting.size;
  },
  msqrt: (children, setting) => row(children, setting) + 0.9 * setting.size,
  mroot: ([base], setting) => row(base ? [base] : [], setting) + 1.2 * setting.size,
};

/** Browsers set scripts at 71 % of their base. */
function script({ size }: Setting): Setting {
  return { size: size * 0.71, isTall: false };
}

function letters(_: readonly Element[], { size, isTall }: Setting, node: Element): number {
  const spoken = textOf(node).replaceAll(/[\u2061-\u2064\u200b]/g, "");
  const count = [...spoken].length;
  if (node.tagName === "mo" && relations.test(spoken)) return (0.8 + 0.56) * size;
  if (node.tagName === "mo" && operators.test(spoken)) return (0.75 + 0.44) * size;
  if (/^[∑∏]$/u.test(spoken)) return (isTall ? 1.6 : 1.2) * size;
  const thin = spoken.match(narrow)?.length ?? 0;
  const thick = spoken.match(wide)?.length ?? 0;
  return ((count - thin - thick) * 0.64 + thin * 0.42 + thick * 0.85) * size;
}

function scripted([base, ...scripts]: readonly Element[], setting: Setting): number {
  const beside = Math.max(0, ...scripts.map((each) => width(each, script(setting))));
  return (base === undefined ? 0 : width(base, setting)) + beside + 0.05 * setting.size;
}

/** Limits stand above each other in a display, and beside their sign within a line. */
function stacked(children: readonly Element[], setting: Setting, node: Element): number {
  const [base, ...limits] = children;
  const isAccent = attributeOf(node, "accent") === "true";
  if (!setting.isTall && !isAccent && base !== undefined && /^[∑∏]$/u.test(textOf(base))) {
    return scripted(children, setting);
  }
  const others = limits.map((each) => width(each, script(setting)));
  return Math.max(base === undefined ? 0 : width(base, setting), ...others);
}

function table(rows: readonly Element[], setting: Setting, node: Element): number {
  const cells = rows.map((each) =>
    each.childNodes.filter(isElement).map((cell) => width(cell, { ...setting, isTall: false })),
  );
  const columns = Math.max(0, ...cells.map((each) => each.length));
  const spacing = (attributeOf(node, "columnspacing") ?? "0.8em").split(/\s+/).map(Number.parseFloat);
  let sum = 0;
  for (let at = 0; at < columns; at++) {
    const gap = at === 0 ? 0 : (spacing[Math.min(at - 1, spacing.length - 1)] ?? 0);
    sum += gap * setting.size + Math.max(0, ...cells.map((each) => each[at] ?? 0));
  }
  return sum;
}
