import { mkdir, rename, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Mistake, MistakesError } from "../../mistakes/mistake.ts";
import type { Artefact, ArtefactKind, ArtefactRequest } from "../artefact.ts";
import { type BuiltSite, readText } from "../built-site.ts";
import type { CourseMap, MapPage } from "../course-map.ts";
import { withDraft } from "../draft.ts";
import { idsIn, renameIds } from "./ids.ts";
import type { Places } from "./links.ts";
import { parsePart } from "./part.ts";
import { ModuleShelf } from "./scripts.ts";
import { type Contents, renderSingleFile } from "./single-file.ts";

/** Each problem and each assignment as one HTML file. */
const single: ArtefactKind = {
  summary: "each problem and each assignment as one HTML file that needs nothing beside it",
  options: { experiments: { type: "boolean", default: false } },
  usage: ["--experiments    with what can be run in it; without, its figures are pictures"],
  async make(request) {
    const home = join(request.to, "single");
    const artefacts = await withDraft(home, async (draft) => {
      const made = await writeFiles(request, draft);
      await mkdir(home, { recursive: true });
      for (const { path } of made) await rename(join(draft, basename(path)), join(request.to, path));
      return made;
    });
    request.say("pages", `${artefacts.length}, each with its fonts, styles and figures inside`);
    return artefacts;
  },
};
export default single;

/** All of them, or none: what is in the way of any page is thrown. */
async function writeFiles(request: ArtefactRequest, draft: string): Promise<Artefact[]> {
  const { site, map, only, options } = request;
  await mkdir(draft, { recursive: true });
  const shelf = new ModuleShelf(site);
  const artefacts: Artefact[] = [];
  const found: Mistake[] = [];
  for (const page of map.values()) {
    if (only.length > 0 && !only.includes(page.address)) continue;
    const contents = await readContents(request, page, options["experiments"] === true);
    const { text, obstacles } = await renderSingleFile(contents, shelf);
    found.push(...obstacles);
    const name = `${nameOf(page, map)}.html`;
    await writeFile(join(draft, name), text);
    const bytes = Buffer.byteLength(text);
    artefacts.push({ path: `single/${name}`, title: page.title, of: page.address, bytes });
  }
  if (found.length > 0) throw new MistakesError(unique(found));
  return artefacts;
}

/** `homework/problem-2` → `homework-problem-2`, and another name where another page has that one. */
export function nameOf({ address }: MapPage, map: CourseMap): string {
  const name = address.replaceAll("/", "-");
  const alike = [...map.keys()].filter((other) => other.replaceAll("/", "-") === name);
  const place = alike.indexOf(address);
  return place <= 0 ? name : `${name}--${place + 1}`;
}

async function readContents(
  { site, map, provenance }: ArtefactRequest,
  page: MapPage,
  hasExperiments: boolean,
): Promise<Contents> {
  const read = async ({ path }: MapPage) => parsePart(site, path, await readText(site, path));
  const problems = page.problems.flatMap((address) => map.get(address) ?? []);
  const places = await findPlaces(site, provenance.live, page, problems);
  return {
    host: await read(page),
    members: problems.map((each) => () => read(each)),
    places,
    hasExperiments,
  };
}

/** Where each page begins in the file, and what its ids are called there. */
export async function findPlaces(
  site: BuiltSite,
  live: string | undefined,
  host: MapPage,
  problems: readonly MapPage[],
): Promise<Places> {
  const pages = await Promise.all(
    problems.map(async ({ address, path }) => {
      return { path, prefix: anchorOf(address, host.address), ids: idsIn(await readText(site, path)) };
    }),
  );
  const anchors = pages.map(({ prefix }) => prefix);
  const renamed = renameIds([...idsIn(await readText(site, host.path)), ...anchors], pages);
  const inside = new Map([[host.path, { anchor: "main", renamed: new Map<string, string>() }]]);
  for (const [at, { path, prefix }] of pages.entries()) {
    inside.set(path, { anchor: prefix, renamed: new Map(renamed[at]) });
  }
  return { site, live, inside };
}

/** `homework/problem-2` in the file of `homework` is `problem-2`. */
function anchorOf(address: string, home: string): string {
  const own = address.startsWith(`${home}/`) ? address.slice(home.length + 1) : address;
  return own.replaceAll("/", "-");
}

/** What two pages of a file share is reported once. */
function unique<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
