import { parse } from "parse5";
import type { Mistake } from "../../mistakes/mistake.ts";
import { renderAttribute } from "../html.ts";
import { type Slots, slots } from "./head.ts";
import type { Places } from "./links.ts";
import type { Part } from "./part.ts";
import { type Piece, renderHost, renderMember } from "./piece.ts";
import { singlePolicy } from "./policy.ts";
import { inlineScripts, type ModuleShelf } from "./scripts.ts";
import { inlineStyles } from "./styles.ts";

/** What goes into a file: a page, or an assignment's page and its problems behind it. */
export interface Contents {
  readonly host: Part;
  /** Read one after the other: of a long assignment, one problem at a time is in memory as elements. */
  readonly members: readonly (() => Promise<Part>)[];
  readonly places: Places;
  /** Whether what can be run goes in too. */
  readonly hasExperiments: boolean;
}

/** A page that needs nothing beside it, and what keeps it from being one. */
export interface SingleFile {
  readonly text: string;
  /** The text in pieces: what stands before the problems' sections, each section, and what stands behind them. */
  readonly before: string;
  readonly sections: readonly string[];
  readonly after: string;
  readonly obstacles: readonly Mistake[];
}

/** Puts everything that a page shows and runs into the page. */
export async function renderSingleFile(contents: Contents, shelf: ModuleShelf): Promise<SingleFile> {
  const { host, members, places, hasExperiments } = contents;
  const frame = await renderHost(host, places, hasExperiments);
  const sections: Piece[] = [];
  for (const read of members) sections.push(await renderMember(await read(), places, hasExperiments));
  const pieces = [frame, ...sections];
  const experiments = hasExperiments ? new Set(pieces.flatMap((piece) => piece.experiments)) : undefined;
  const modules = new Set(pieces.flatMap((piece) => piece.modules));
  const scripts = await inlineScripts(shelf, [...modules], experiments);
  const more = hasExperiments
    ? { text: writable(scripts.code), formulas: writable("") }
    : { text: "", formulas: "" };
  const paths = new Set(pieces.flatMap((piece) => piece.styles));
  const styles = await inlineStyles(places.site, paths, documentsOf(frame, sections), more);
  const inline = [...pieces.flatMap((piece) => piece.scripts), scripts.code];
  const page = fill(frame.html, {
    policy: renderAttribute("content", singlePolicy(inline, [styles.css])),
    style: `<style>${styles.css}</style>`,
    script: scripts.code === "" ? "" : `<script>${scripts.code}</script>`,
  });
  const obstacles = [
    ...pieces.flatMap((piece) => piece.obstacles),
    ...scripts.obstacles,
    ...styles.obstacles,
  ];
  const [before = "", after = ""] = page.split(slots.sections);
  const bodies = sections.map(({ html }) => html);
  return { text: [before, ...bodies, after].join(""), before, sections: bodies, after, obstacles };
}

/** The file's pieces, each as a document with what stands around it. */
function* documentsOf(frame: Piece, sections: readonly Piece[]) {
  yield parse(frame.html);
  for (const { html } of sections) yield parse(`<!doctype html><html><body><main id="main">${html}</main>`);
}

function fill(page: string, filled: Omit<Slots, "sections">): string {
  return Object.entries(filled).reduce(
    (text, [slot, value]) => text.replace(slots[slot as keyof Slots], () => value),
    page,
  );
}

/** ASCII, and whatever else a script could write. */
function writable(code: string): Set<string> {
  const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
  return new Set([...ascii, ...(code.match(/[^\0-\x7f]/gu) ?? [])]);
}
