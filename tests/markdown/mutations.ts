/** A source of random whole numbers: `draw(n)` is one of 0 … n − 1. */
export type Draw = (below: number) => number;

/** Numbers from a seed, the same on every machine. Source: mulberry32 (Tommy Ettinger, public domain). */
export function seeded(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** What a slip of the hand may put into a file. */
const slips = [
  "$$",
  "$",
  "$$ x $$",
  ":::",
  "::::",
  ":::hint\n",
  '::attempt{of="grok.md"}\n',
  "{",
  "}",
  "{#a}",
  "\\",
  "\\frac{1}",
  "\\label{eq:x}",
  "\\begin{aligned}",
  "\\end{aligned}",
  "<",
  ">",
  "<b>",
  "</b>",
  "<!--",
  "-->",
  "<script>",
  "'",
  '"',
  "```",
  "```python\n",
  "~~~",
  "|",
  "\n|---|\n",
  "[",
  "](",
  "![](",
  "[](#",
  "[](quantity:",
  "*",
  "**",
  "_",
  "`",
  "#",
  "\n# ",
  "\n## (a) ",
  "\n\n",
  "\n",
  "    ",
  "\t",
  "- ",
  "1. ",
  "> ",
  "---\n",
  "\n---\n",
  ": ",
  "&",
  "&lt;",
  "&#0;",
  "%",
  "[^1]",
  "[^1]: ",
  "\u0000",
  "\u200b",
  "\uFEFF",
  "\r",
  "é",
  "😀",
  "\u2028",
  "constructor",
  "__proto__: 1\n",
  "&a ",
  "*a ",
  "!!binary ",
  "? ",
  "@",
  "http://x",
  "a@b.c",
] as const;

type Mutation = (text: string, draw: Draw, other: string) => string;

const mutations: readonly Mutation[] = [
  (text, draw) => insert(text, draw, slips[draw(slips.length)] ?? ""),
  (text, draw) => insert(text, draw, slips[draw(slips.length)] ?? ""),
  (text, draw) => insertAtLineStart(text, draw, slips[draw(slips.length)] ?? ""),
  (text, draw) => remove(text, draw, 1),
  (text, draw) => remove(text, draw, 1 + draw(40)),
  (text, draw) => removeOneOf(text, draw, /[$:{}`\\<>"'|\]()#-]/g),
  (text, draw) => changeLines(text, draw, (lines, at) => lines.toSpliced(at, 1)),
  (text, draw) => changeLines(text, draw, (lines, at) => lines.toSpliced(at, 0, lines[at] ?? "")),
  (text, draw) => changeLines(text, draw, (lines, at) => swap(lines, at, draw(lines.length))),
  (text, draw) => swap([...text], draw(text.length), draw(text.length)).join(""),
  (text, draw) => text.slice(0, draw(text.length)),
  (text, draw) => text.slice(draw(text.length)),
  (text, draw, other) => text.slice(0, draw(text.length)) + other.slice(draw(other.length)),
];

/** A text after one to four slips. `other` is another file, to join with. */
export function mutate(text: string, draw: Draw, other: string): string {
  let out = text;
  for (let count = 1 + draw(4); count > 0; count--) {
    out = mutations[draw(mutations.length)]?.(out, draw, other) ?? out;
  }
  return out;
}

function insert(text: string, draw: Draw, slip: string): string {
  const at = draw(text.length + 1);
  return text.slice(0, at) + slip + text.slice(at);
}

function insertAtLineStart(text: string, draw: Draw, slip: string): string {
  return changeLines(text, draw, (lines, at) => lines.with(at, slip + (lines[at] ?? "")));
}

function remove(text: string, draw: Draw, count: number): string {
  const at = draw(text.length + 1);
  return text.slice(0, at) + text.slice(at + count);
}

function removeOneOf(text: string, draw: Draw, marks: RegExp): string {
  const places = [...text.matchAll(marks)].map(({ index }) => index);
  const at = places[draw(places.length)];
  return at === undefined ? text : text.slice(0, at) + text.slice(at + 1);
}

function changeLines(text: string, draw: Draw, change: (lines: string[], at: number) => string[]): string {
  const lines = text.split("\n");
  return change(lines, draw(lines.length)).join("\n");
}

function swap<T>(list: T[], a: number, b: number): T[] {
  const [x, y] = [list[a], list[b]];
  return x === undefined || y === undefined ? list : list.with(a, y).with(b, x);
}
