import { readFile } from "node:fs/promises";
import { MistakesError } from "../../mistakes/mistake.ts";
import type { ArtefactRequest } from "../artefact.ts";
import type { MapPage } from "../course-map.ts";
import { applyEdits } from "../edits.ts";
import { parseElements } from "../html.ts";
import { type Choice, choiceNote } from "../linear/choice.ts";
import { endOfContent, hasClass } from "../linear/element.ts";
import { type LinearPages, readLinearPages } from "../linear/linear-pages.ts";
import { noteHtml, provenanceOf } from "../provenance.ts";
import { findPlaces } from "../single/kind.ts";
import { parsePart } from "../single/part.ts";
import { ModuleShelf } from "../single/scripts.ts";
import { renderSingleFile } from "../single/single-file.ts";
import { printFaces } from "./faces.ts";
import { speakFormulas } from "./formulas.ts";
import { runningHeads } from "./running-heads.ts";

/** An assignment and its problems as one page for a printer: nothing beside it, nothing to press. */
export async function renderPrintout(
  request: ArtefactRequest,
  assignment: MapPage,
  choice: Choice,
): Promise<string> {
  const { site, map, provenance } = request;
  const pages = await readLinearPages(request, assignment, choice);
  const problems = pages.problems.map(({ page }) => page);
  const host = speakFormulas(titlePage(request, pages, choice));
  const contents = {
    host: parsePart(site, assignment.path, host),
    members: pages.problems.map(
      ({ page, text }) =>
        async () =>
          parsePart(site, page.path, speakFormulas(text)),
    ),
    places: await findPlaces(site, provenance.live, assignment, problems),
    hasExperiments: false,
  };
  const { text, obstacles } = await renderSingleFile(contents, new ModuleShelf(site));
  if (obstacles.length > 0) throw new MistakesError(obstacles);
  const own = await readFile(new URL("pdf.css", import.meta.url), "utf8");
  const faces = await printFaces(new Set(text));
  const heads = runningHeads(site.title, assignment, map);
  const html = text
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, "")
    .replace("</head>", () => `<style>${faces}\n${own}\n${heads}</style></head>`);
  pages.audit(html, `the PDF of ${assignment.address}`);
  return html;
}

/** The assignment's page as the first of a document: what it is, what it was made of, where errata appear. */
function titlePage({ site }: ArtefactRequest, pages: LinearPages, choice: Choice): string {
  const { text } = pages.host;
  const elements = parseElements(text);
  const header = elements.find((element) => hasClass(element, "course-header"));
  const footer = elements.find((element) => hasClass(element, "site-footer"));
  if (header === undefined) return text;
  const course = `<p class="print-course">${escapeText(site.title)}</p>`;
  const left = choiceNote(choice);
  const lines = [
    noteHtml(provenanceOf(elements)),
    ...(left === undefined ? [] : [`<p>${left}</p>`]),
    ...(pages.problems.some(({ text: problem }) => verified.test(problem)) ? [legend] : []),
    ...(footer === undefined ? [] : [text.slice(footer.startTagEnd, endOfContent(text, footer))]),
  ];
  return applyEdits(text, [
    { start: header.startTagEnd, end: header.startTagEnd, text: course },
    { start: header.end, end: header.end, text: `<div class="imprint">${lines.join("")}</div>` },
    ...(footer === undefined ? [] : [{ start: footer.start, end: footer.end, text: "" }]),
  ]);
}

const verified = /<details class="check"[^>]* data-outcome="verified"/;
const legend =
  '<p class="legend">beside a display: each of its steps was evaluated on both sides, at random points.</p>';

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
