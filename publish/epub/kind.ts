import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Artefact, ArtefactKind } from "../artefact.ts";
import { writeWhole } from "../draft.ts";
import { choiceOptions, choiceSuffix, choiceUsage, parseChoice } from "../linear/choice.ts";
import { nameOf } from "../single/kind.ts";
import { renderBook } from "./book.ts";
import { zipBook } from "./zip-book.ts";

/** Each assignment as a book. */
const epub: ArtefactKind = {
  summary: "each assignment as an EPUB 3, with formulas as MathML",
  options: choiceOptions,
  usage: choiceUsage,
  async make(request) {
    const { to, map, only, options } = request;
    const choice = parseChoice(options);
    const assignments = [...map.values()].filter(({ kind }) => kind === "assignment");
    await mkdir(join(to, "epub"), { recursive: true });
    const artefacts: Artefact[] = [];
    for (const page of assignments) {
      if (only.length > 0 && !only.includes(page.address)) continue;
      const path = `epub/${nameOf(page, map)}${choiceSuffix(choice)}.epub`;
      const bytes = zipBook(await renderBook(request, page, choice));
      await writeWhole(join(to, path), bytes);
      artefacts.push({ path, title: page.title, of: page.address, bytes: bytes.length });
    }
    return artefacts;
  },
};
export default epub;
