import { parse } from "parse5";
import type { Mistake } from "../../mistakes/mistake.ts";
import { locate } from "../address.ts";
import { applyEdits, type Edit } from "../edits.ts";
import { type PageElement, renderAttribute } from "../html.ts";
import { noteHtml, provenanceOf } from "../provenance.ts";
import { headEdits, isModule, type Slots, slots } from "./head.ts";
import type { Places } from "./links.ts";
import { bodyEdits, type Part } from "./part.ts";
import { singlePolicy } from "./policy.ts";
import { inlineScripts, type ModuleShelf } from "./scripts.ts";
import { inlineStyles } from "./styles.ts";

/** What goes into a file: a page, or an assignment's page and its problems behind it. */
export interface Contents {
  readonly host: Part;
  readonly members: readonly Part[];
  readonly places: Places;
  /** Whether what can be run goes in too. */
  readonly hasExperiments: boolean;
}

/** A page that needs nothing beside it, and what keeps it from being one. */
export interface SingleFile {
  readonly text: string;
  readonly obstacles: readonly Mistake[];
}

/** Puts everything that a page shows and runs into the page. */
export async function renderSingleFile(contents: Contents, shelf: ModuleShelf): Promise<SingleFile> {
  const parts = [contents.host, ...contents.members];
  const entries = parts.flatMap((part) => part.kept.flatMap((element) => moduleOf(contents, part, element)));
  const experiments = contents.hasExperiments ? experimentsOf(parts) : undefined;
  const scripts = await inlineScripts(shelf, [...new Set(entries)], experiments);
  const frame = await renderFrame(contents);
  const more = {
    text: contents.hasExperiments ? printable(scripts.code) : "",
    formulas: contents.hasExperiments ? printable("") : "",
  };
  const styles = await inlineStyles(contents, parse(frame.text), more);
  const policy = singlePolicy([...frame.scripts, scripts.code], [styles.css]);
  const filled: Record<keyof Slots, string> = {
    policy: renderAttribute("content", policy),
    style: `<style>${styles.css}</style>`,
    script: scripts.code === "" ? "" : `<script>${scripts.code}</script>`,
  };
  const text = Object.entries(filled).reduce(
    (page, [slot, value]) => page.replace(slots[slot as keyof Slots], () => value),
    frame.text,
  );
  return {
    text,
    obstacles: [
      ...parts.flatMap(({ obstacles }) => obstacles.found),
      ...scripts.obstacles,
      ...styles.obstacles,
    ],
  };
}

/** The page's HTML with slots for its policy, style and script; and the inline scripts that it has kept. */
async function renderFrame({ host, members, places, hasExperiments }: Contents) {
  const sections = await Promise.all(members.map((member) => renderMember(member, places, hasExperiments)));
  const { edits, scripts } = headEdits(host, places, hasExperiments);
  const body = await bodyEdits(host, places);
  const text = applyEdits(host.text, [
    ...edits,
    ...body,
    ...mainEdits(
      host,
      sections.map((section) => section.text),
    ),
    ...footerEdits(host, places),
  ]);
  return { text, scripts: [...scripts, ...sections.flatMap((section) => section.scripts)] };
}

/** A problem among others: what is in its main part, below the id at which its links arrive. */
async function renderMember(part: Part, places: Places, hasExperiments: boolean) {
  const main = mainOf(part);
  const [start, end] = [main.startTagEnd, endOfContent(part.text, main)];
  const { edits, scripts } = headEdits(part, places, hasExperiments);
  const all = [...edits, ...(await bodyEdits(part, places))];
  const inner = all.filter((edit) => edit.start >= start && edit.end <= end);
  const shifted = inner.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const { anchor = "" } = places.inside.get(part.path) ?? {};
  const content = applyEdits(part.text.slice(start, end), shifted);
  const text = `<section class="page single-part" ${renderAttribute("id", anchor)}>${content}</section>`;
  return { text, scripts };
}

function mainEdits(host: Part, sections: readonly string[]): Edit[] {
  if (sections.length === 0) return [];
  const main = mainOf(host);
  const end = endOfContent(host.text, main);
  return [
    { start: main.start, end: main.startTagEnd, text: '<main id="main"><div class="page">' },
    { start: end, end, text: `</div>${sections.join("")}` },
  ];
}

/** What the copy was made of; and that words without a link were one, where the site has no address. */
function footerEdits(host: Part, { live }: Places): Edit[] {
  const footer = host.kept.findLast(({ name }) => name === "footer");
  if (footer === undefined) return [];
  const place = endOfContent(host.text, footer);
  const words = "Links to pages that are not in this file are left out.";
  const note = live === undefined ? `<p class="copy-note">${words}</p>` : "";
  return [{ start: place, end: place, text: noteHtml(provenanceOf(host.kept)) + note }];
}

function mainOf({ path, kept }: Part): PageElement {
  const main = kept.find(({ name }) => name === "main");
  if (main === undefined) throw new Error(`${path} has no <main>`);
  return main;
}

/** Where an element's end tag begins. */
function endOfContent(text: string, { end }: PageElement): number {
  return text.lastIndexOf("</", end - 1);
}

function moduleOf({ places }: Contents, part: Part, element: PageElement): string[] {
  if (!isModule(element)) return [];
  const target = locate(places.site, part.path, element.attributes.get("src")?.value ?? "");
  return target.kind === "file" ? [target.path] : [];
}

function experimentsOf(parts: readonly Part[]): Set<string> {
  const names = parts.flatMap(({ kept }) =>
    kept.flatMap(({ name, attributes }) =>
      name === "ansatz-figure" ? (attributes.get("data-experiment")?.value ?? []) : [],
    ),
  );
  return new Set(names);
}

/** ASCII, and whatever else a script could write. */
function printable(code: string): Set<string> {
  const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
  return new Set([...ascii, ...(code.match(/[^\0-\x7f]/gu) ?? [])]);
}
