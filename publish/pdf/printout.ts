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

/**
 * An assignment and its problems as pages for a printer, with nothing beside them and nothing to press: the assignment's
 * own page, then its problems, several to a page, for what Chromium needs grows faster than what it prints.
 */
export async function renderPrintout(
  request: ArtefactRequest,
  assignment: MapPage,
  choice: Choice,
): Promise<string[]> {
  const { site, provenance } = request;
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
  const file = await renderSingleFile(contents, new ModuleShelf(site));
  if (file.obstacles.length > 0) throw new MistakesError(file.obstacles);
  pages.audit(file.text, `the PDF of ${assignment.address}`);
  const own = await readFile(new URL("pdf.css", import.meta.url), "utf8");
  const styles = `${await printFaces(new Set(file.text))}\n${own}`;
  const head = (titles: readonly string[]) =>
    `<style>${styles}\n${runningHeads(site.title, assignment.title, titles)}</style></head>`;
  const before = file.before.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, "");
  const main = parseElements(before).find(({ name }) => name === "main");
  const frame = before.slice(0, main?.startTagEnd);
  return [
    `${before.replace("</head>", () => head([]))}${file.after}`,
    ...inParts(file.sections).map(({ from, sections }) => {
      const titles = problems.slice(from, from + sections.length).map(({ title }) => title);
      return [frame.replace("</head>", () => head(titles)), ...sections, file.after].join("");
    }),
  ];
}

/** As many signs of markup are printed at once: some 60,000 elements, for which Chromium takes half a gigabyte. */
const partLength = 2_500_000;

/** Sections in order, in groups that are not longer than a part; a section that is longer is a group of its own. */
function inParts(sections: readonly string[]): { from: number; sections: string[] }[] {
  const parts: { from: number; sections: string[] }[] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const [from, section] of sections.entries()) {
    length += section.length;
    if (length > partLength) {
      parts.push({ from, sections: [] });
      length = section.length;
    }
    parts.at(-1)?.sections.push(section);
  }
  return parts;
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
