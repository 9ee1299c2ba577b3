import type { Mistake } from "../../mistakes/mistake.ts";
import { locate } from "../address.ts";
import { applyEdits, type Edit } from "../edits.ts";
import { type PageElement, renderAttribute } from "../html.ts";
import { noteHtml, provenanceOf } from "../provenance.ts";
import { headEdits, isModule, slots } from "./head.ts";
import type { Places } from "./links.ts";
import { bodyEdits, type Part } from "./part.ts";

/** What a page of the site contributes to a single file. */
export interface Piece {
  readonly html: string;
  /** The inline scripts that stay in it. */
  readonly scripts: readonly string[];
  /** By path in the site: the modules that it starts, and its stylesheets. */
  readonly modules: readonly string[];
  readonly styles: readonly string[];
  /** The names of the experiments that it shows. */
  readonly experiments: readonly string[];
  readonly obstacles: readonly Mistake[];
}

/** The page whose frame the file has; where problems follow, they get a slot in its main part. */
export async function renderHost(part: Part, places: Places, hasExperiments: boolean): Promise<Piece> {
  const { edits, scripts } = headEdits(part, places, hasExperiments);
  const isAlone = places.inside.size === 1;
  const all = [...edits, ...(await bodyEdits(part, places)), ...footerEdits(part, places)];
  const html = applyEdits(part.text, isAlone ? all : [...all, ...slotEdits(part)]);
  return { html, scripts, ...namedBy(part, places) };
}

/** A problem among others: what is in its main part, below the id at which its links arrive. */
export async function renderMember(part: Part, places: Places, hasExperiments: boolean): Promise<Piece> {
  const main = mainOf(part);
  const [start, end] = [main.startTagEnd, endOfContent(part.text, main)];
  const { edits, scripts } = headEdits(part, places, hasExperiments);
  const inner = [...edits, ...(await bodyEdits(part, places))]
    .filter((edit) => edit.start >= start && edit.end <= end)
    .map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const { anchor = "" } = places.inside.get(part.path) ?? {};
  const content = applyEdits(part.text.slice(start, end), inner);
  const html = `<section class="page single-part" ${renderAttribute("id", anchor)}>${content}</section>`;
  return { html, scripts, ...namedBy(part, places) };
}

function namedBy({ path, kept, obstacles }: Part, { site }: Places) {
  const fileOf = (element: PageElement, attribute: string) => {
    const target = locate(site, path, element.attributes.get(attribute)?.value ?? "");
    return target.kind === "file" ? [target.path] : [];
  };
  const isStyle = ({ name, attributes }: PageElement) =>
    name === "link" && attributes.get("rel")?.value.includes("stylesheet");
  const figures = kept.filter(({ name }) => name === "ansatz-figure");
  return {
    modules: kept.filter(isModule).flatMap((element) => fileOf(element, "src")),
    styles: kept.filter(isStyle).flatMap((element) => fileOf(element, "href")),
    experiments: figures.flatMap(({ attributes }) => attributes.get("data-experiment")?.value ?? []),
    obstacles: obstacles.found,
  };
}

function slotEdits(host: Part): Edit[] {
  const main = mainOf(host);
  const end = endOfContent(host.text, main);
  return [
    { start: main.start, end: main.startTagEnd, text: '<main id="main"><div class="page">' },
    { start: end, end, text: `</div>${slots.sections}` },
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
