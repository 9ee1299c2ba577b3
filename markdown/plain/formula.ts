import { accents, doubleStruck, script } from "./characters.ts";
import { atom, isSimple, isSingle, join, type Piece } from "./line.ts";
import { raised, scripted } from "./scripts.ts";

const relations = /^(?:[=<>≤≥≈≠≡∼≃≅∝∈∉∋⊂⊆⊃⊇→←↔⇒⇐⇔⟹⟸⟺⟶⟵↦≪≫≔≜⩽⩾:≻≺⊥]|:=)$/u;
const operators = /^[+\-−±∓×⋅·∗∪∩∖∧∨⊕⊗⊙∘÷]$/u;

/**
 * A formula of MathML as one readable line for a chat: `D_KL(P∥Q) = ∫ p(x) log(p(x)/q(x)) dx`. What cannot be written
 * in a line is flattened: matrices and cases are lists between commas and semicolons, what a brace says stands in
 * square brackets behind it, boxes and colours are lost. The lines of an alignment stay lines.
 */
export function plainFormula(math: Element): string {
  return join(piecesOf(math))
    .replace(/[^\S\n]+/gu, " ")
    .replace(/ ?\n ?/gu, "\n")
    .normalize("NFC")
    .trim();
}

function piecesOf(node: Element | undefined): Piece[] {
  if (node === undefined) return [];
  const children = Array.from(node.children);
  const [first, second, third] = children;
  const base = () => piecesOf(first);
  const line = (child: Element | undefined) => (child === undefined ? "" : plainFormula(child));
  switch (node.localName) {
    case "annotation":
    case "mphantom":
      return [];
    case "semantics":
      return base();
    case "mi":
    case "mn":
    case "mtext":
      return [word(node)];
    case "mo":
      // KaTeX wraps what is set over a sign in a sign of its own
      return children.length > 0 ? children.flatMap(piecesOf) : sign(textOf(node));
    case "mspace":
      return Number.parseFloat(node.getAttribute("width") ?? "0") > 0 ? [{ text: " ", kind: "space" }] : [];
    case "mfrac":
      return [fraction(node, line(first), line(second))];
    case "msqrt":
      return [root("", join(children.flatMap(piecesOf)).trim())];
    case "mroot":
      return [root(raised(line(second)) ?? `${line(second)}-th root of `, line(first))];
    case "msub":
      return [scripted(base(), line(second), "")];
    case "msup":
      return [scripted(base(), "", line(second))];
    case "msubsup":
    case "munderover":
      return [scripted(base(), line(second), line(third))];
    case "munder":
      return under(first, line(second));
    case "mover":
      return over(first, line(second));
    case "mtable":
      return [{ text: table(node), kind: "opening" }];
    default:
      return children.flatMap(piecesOf);
  }
}

function textOf(node: Element): string {
  return (node.textContent ?? "").replace(/\u00A0/g, " ").replace(/[\u2061-\u2064]/g, "");
}

/** A letter, a number, a function's name or words. */
function word(node: Element): Piece {
  const text = textOf(node);
  const variant = node.getAttribute("mathvariant");
  if (variant === "double-struck") return atom(doubleStruck(text));
  if (variant === "script") return atom(script(text));
  return { text, kind: node.localName === "mi" && /^\p{L}{2,}/u.test(text) ? "name" : "atom" };
}

function sign(text: string): Piece[] {
  if (text === "") return [];
  if (relations.test(text)) return [{ text, kind: "relation" }];
  if (operators.test(text)) return [{ text: text.replace("-", "−").replace("⋅", "·"), kind: "operator" }];
  if (/^[,;]$/.test(text)) return [{ text, kind: "separator" }];
  if (/^[([{⟨⌊⌈]$/u.test(text)) return [{ text, kind: "opening" }];
  if (/^(?:\p{L}{2,}|[∑∏∫∬∮])/u.test(text)) return [{ text: text.replace("∑", "Σ"), kind: "name" }];
  return [{ text, kind: "closing" }];
}

function fraction(node: Element, above: string, below: string): Piece {
  if (/^0/.test(node.getAttribute("linethickness") ?? "1")) return atom(`${above} choose ${below}`);
  const dividend = isSimple(above) ? above : `(${above})`;
  return { text: `${dividend}/${isSingle(below) ? below : `(${below})`}`, kind: "fraction" };
}

function root(degree: string, text: string): Piece {
  return atom(`${degree}√${isSimple(text) && [...text].length < 5 ? text : `(${text})`}`);
}

/** A brace under a formula is left out; what it says follows in square brackets. */
function under(base: Element | undefined, below: string): Piece[] {
  if (/^[⏟⎵_¯‾]+$/u.test(below)) return piecesOf(base);
  if (base?.localName === "munder") return [...piecesOf(base), { text: ` [${below}]`, kind: "closing" }];
  return [scripted(piecesOf(base), below, "")];
}

function over(base: Element | undefined, above: string): Piece[] {
  if (/^[⏞⎴]+$/u.test(above)) return piecesOf(base);
  const accent = accents[above];
  const [only] = piecesOf(base);
  if (only?.kind === "relation") return [{ text: `${only.text}${above}`, kind: "relation" }];
  if (accent === undefined || base === undefined) return [scripted(piecesOf(base), "", above)];
  const text = plainFormula(base);
  return [atom([...text].length === 1 ? `${text}${accent.mark}` : `${accent.name}(${text})`)];
}

/** An alignment keeps its lines; a matrix is a list of rows. */
function table(node: Element): string {
  const rows = Array.from(node.children).map((row) => Array.from(row.children));
  if (/right left/.test(node.getAttribute("columnalign") ?? ""))
    return rows.map((cells) => join(cells.flatMap(piecesOf)).trim()).join("\n");
  const listed = rows.map((cells) => cells.map(plainFormula).filter((cell) => cell !== ""));
  return listed.map((cells) => cells.join(", ")).join("; ");
}
