import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readRecord } from "../checks/record.ts";
import type { Macros } from "../markdown/document.ts";
import { readCommit } from "./commit.ts";
import type { BuildData, Problem } from "./course.ts";
import { digestOf } from "./digest.ts";
import type { CourseData } from "./schemas.ts";

const house = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Folders of Ansatz whose code a page is made by, besides the Markdown pipeline, which is in each problem's digest. */
const pageFolders = ["checks", "components", "lab", "layouts", "routes"];

interface BuildSource {
  readonly data: CourseData;
  readonly macros: Macros;
  readonly problems: readonly Pick<Problem, "address" | "digest" | "compiled">[];
  readonly experiments: readonly string[];
}

/** What identifies a build. Equal sources give equal digests on every machine. */
export function buildData(root: string, { data, macros, problems, experiments }: BuildSource): BuildData {
  const shared = digestOfCode(house, ["lab"], false);
  const codes = Object.fromEntries(
    experiments.map((name) => [
      name,
      digestOf(shared, digestOfCode(root, [join("experiments", name)], true)),
    ]),
  );
  const record = readRecord(root);
  const digest = digestOf(
    JSON.stringify([data, record]),
    JSON.stringify(codes),
    ...problems.flatMap((each) => [each.address, each.digest]),
    digestOfCode(house, pageFolders, true),
  );
  const commit = readCommit(root);
  const shown = Object.entries(macros).map(([name, macro]) => [name, macro.shown]);
  return {
    digest,
    codes,
    macros: Object.fromEntries(shown),
    figures: pagesOfFigures(problems),
    ...(commit === undefined ? {} : { commit }),
    ...(record === undefined ? {} : { record }),
  };
}

function pagesOfFigures(problems: BuildSource["problems"]): BuildData["figures"] {
  const placed = problems.flatMap(({ address, compiled }) =>
    compiled.figures.map(({ name }) => ({ name, address })),
  );
  const pages = [...Map.groupBy(placed, ({ name }) => name)];
  return Object.fromEntries(pages.map(([name, own]) => [name, own.map(({ address }) => address)]));
}

/** A digest of the code in some folders: of the folder itself, or of all below it. */
function digestOfCode(root: string, folders: readonly string[], recursive: boolean): string {
  const files = folders.flatMap((folder) => {
    if (!existsSync(join(root, folder))) return [];
    return readdirSync(join(root, folder), { recursive, encoding: "utf8" })
      .filter((name) => /\.(?:ts|astro|json)$/.test(name))
      .sort()
      .map((name) => join(folder, name));
  });
  const texts = files.flatMap((name) => [name.replaceAll("\\", "/"), readFileSync(join(root, name), "utf8")]);
  return digestOf(...texts);
}
