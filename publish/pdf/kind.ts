import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright";
import { launchBrowser } from "../../checks/verify/browser.ts";
import { VerifyRefusal } from "../../checks/verify/refusal.ts";
import type { Artefact, ArtefactKind, ArtefactRequest } from "../artefact.ts";
import type { MapPage } from "../course-map.ts";
import { writeWhole } from "../draft.ts";
import { choiceOptions, choiceSuffix, choiceUsage, parseChoice } from "../linear/choice.ts";
import { plainNote } from "../provenance.ts";
import { nameOf } from "../single/kind.ts";
import { finishPdf } from "./finish.ts";
import { printParts } from "./print.ts";
import { renderPrintout } from "./printout.ts";

/** Each assignment as a document on paper. */
const pdf: ArtefactKind = {
  summary: "each assignment as a PDF, with its problems, links and an outline",
  options: choiceOptions,
  usage: choiceUsage,
  async obstacle() {
    try {
      await (await launchBrowser()).close();
      return undefined;
    } catch (error) {
      // a browser that is there and does not start is in the way of this kind alone
      if (error instanceof VerifyRefusal) return error.message;
      const [reason = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
      return `Chromium does not start: ${reason}`;
    }
  },
  async make(request) {
    const { to, map, only, say, provenance } = request;
    const assignments = [...map.values()].filter(({ kind }) => kind === "assignment");
    const wanted = assignments.filter(({ address }) => only.length === 0 || only.includes(address));
    parseChoice(request.options);
    if (wanted.length === 0) return [];
    await mkdir(join(to, "pdf"), { recursive: true });
    const browser = await launchBrowser();
    try {
      const artefacts: Artefact[] = [];
      for (const page of wanted) artefacts.push(await makePdf(request, page, browser));
      if (provenance.live === undefined) {
        say("addresses", "none: the site's configuration names no `site`, so figures have no live address");
      }
      return artefacts;
    } finally {
      await browser.close();
    }
  },
};
export default pdf;

async function makePdf(request: ArtefactRequest, page: MapPage, browser: Browser): Promise<Artefact> {
  const choice = parseChoice(request.options);
  const path = `pdf/${nameOf(page, request.map)}${choiceSuffix(choice)}.pdf`;
  const printout = await renderPrintout(request, page, choice);
  const bytes = finishPdf(await printParts(browser, printout), {
    title: `${page.title} · ${request.site.title}`,
    subject: plainNote(request.provenance),
  });
  await writeWhole(join(request.to, path), bytes);
  return { path, title: page.title, of: page.address, bytes: bytes.length };
}
