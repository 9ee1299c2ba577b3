import type { CompiledDocument, Hole } from "../markdown/document.ts";

import { decode } from "./entities.ts";

/** Paragraphs that stand together, with the nearest place above them that a link can lead to. */
export interface Passage {
  /** The id of that place; empty for the page itself. */
  readonly fragment: string;
  /** The heading above, where it has no id of its own. */
  readonly heading: string;
  readonly text: string;
  /** The TeX of its formulas. */
  readonly tex: readonly string[];
}

/** How much text a passage has before the next paragraph begins another one, in characters. */
const passageLength = 500;

/** Blocks that are found in other ways (quoted answers by their claims) or that nobody looks for. */
const skipped =
  /\bblock-attempt\b|\bblock-notation\b|\bcheck\b|\bblock-label\b|\bpermalink\b|\bequation-number\b|\bnote\b|\bdata-footnote/;

/** Elements without an end. */
const empty = new Set(["br", "hr", "img", "input", "wbr", "col", "source"]);

const paragraphs = new Set(["p", "li", "td", "th", "dd", "dt", "figcaption", "div", "summary"]);

/** What a page's text is read with. */
interface Words {
  /** A formula of TeX as readable text. */
  readonly plain: (tex: string) => string;
  /** What a link to a place is called where its author wrote no words. */
  readonly nameReference: (address: string, fragment: string) => string;
}

/** A page's own text in passages. */
export function passagesOf({ segments }: Pick<CompiledDocument, "segments">, words: Words): Passage[] {
  const reader = new Reader(words.plain);
  const html = segments.map((segment) => (typeof segment === "string" ? segment : wordsIn(segment, words)));
  for (const [token] of html.join("").matchAll(/<!--[\s\S]*?-->|<[^>]*>|[^<]+/g)) reader.read(token);
  reader.finish();
  return reader.passages;
}

function wordsIn(hole: Hole, { nameReference }: Words): string {
  if (hole.kind === "experiment") return "";
  return hole.kind === "quantity" ? hole.text : nameReference(hole.address, hole.fragment);
}

/** Walks over the tags of HTML that the pipeline wrote, whose elements are all closed. */
class Reader {
  readonly passages: Passage[] = [];
  readonly #plain: (tex: string) => string;
  #fragment = "";
  #heading = "";
  #text = "";
  #tex: string[] = [];
  /** Depth within an element that is skipped; a formula is skipped but for its TeX. */
  #skipped = 0;
  #isFormula = false;
  #annotation: string | undefined;
  #title: string | undefined;

  constructor(plain: (tex: string) => string) {
    this.#plain = plain;
  }

  read(token: string): void {
    if (token.startsWith("<!--")) return;
    if (!token.startsWith("<")) this.#readText(decode(token));
    else if (token.startsWith("</")) this.#close(token.slice(2, -1));
    else this.#open(token);
  }

  finish(): void {
    const text = this.#text.replace(/\s+/g, " ").trim();
    if (text !== "")
      this.passages.push({ fragment: this.#fragment, heading: this.#heading, text, tex: this.#tex });
    this.#text = "";
    this.#tex = [];
  }

  #readText(text: string): void {
    if (this.#annotation !== undefined) this.#annotation += text;
    else if (this.#skipped > 0) return;
    else if (this.#title !== undefined) this.#title += text;
    else this.#text += text;
  }

  #open(tag: string): void {
    const name = /^<([\w-]+)/.exec(tag)?.[1] ?? "";
    if (name === "br" && this.#skipped === 0) this.#readText(" ");
    if (empty.has(name) || tag.endsWith("/>")) return;
    if (this.#skipped > 0) {
      this.#skipped++;
      if (this.#isFormula && name === "annotation") this.#annotation = "";
      return;
    }
    const className = / class="([^"]*)"/.exec(tag)?.[1] ?? "";
    this.#isFormula = /^katex(?:-display)?$/.test(className);
    if (this.#isFormula || skipped.test(className)) this.#skipped = 1;
    else this.#begin(name, tag);
  }

  #begin(name: string, tag: string): void {
    const id = / id="([^"]*)"/.exec(tag)?.[1];
    const isHeading = /^h[1-6]$/.test(name);
    const isPlace = id !== undefined && (isHeading || name === "figure" || id.startsWith("eq:"));
    if (isHeading || isPlace || (paragraphs.has(name) && this.#text.length > passageLength)) this.finish();
    if (isPlace) this.#fragment = decode(id);
    if (isHeading) this.#title = "";
    if (paragraphs.has(name)) this.#text += " ";
  }

  #close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      if (name === "annotation") this.#endFormula();
      return;
    }
    if (!/^h[1-6]$/.test(name)) return;
    this.#heading = (this.#title ?? "").replace(/\s+/g, " ").trim();
    this.#title = undefined;
  }

  #endFormula(): void {
    const tex = this.#annotation?.trim();
    this.#annotation = undefined;
    if (tex === undefined) return;
    this.#tex.push(tex);
    if (this.#title !== undefined) this.#title += this.#plain(tex);
    else this.#text += this.#plain(tex);
  }
}
