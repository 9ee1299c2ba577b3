import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { MistakesError } from "../../mistakes/mistake.ts";
import type { Artefact, ArtefactKind, ArtefactRequest } from "../artefact.ts";
import { type BuiltSite, readText } from "../built-site.ts";
import type { MapPage } from "../course-map.ts";
import { idsOf, renameIds } from "./ids.ts";
import type { Places } from "./links.ts";
import { type Part, parsePart } from "./part.ts";
import { ModuleShelf } from "./scripts.ts";
import { renderSingleFile } from "./single-file.ts";

/** Each problem and each assignment as one HTML file. */
const single: ArtefactKind = {
  summary: "each problem and each assignment as one HTML file that needs nothing beside it",
  options: { experiments: { type: "boolean", default: false } },
  usage: ["--experiments    with what can be run in it; without, its figures are pictures"],
  async make(request) {
    const { to, site, map, only, options, say } = request;
    await mkdir(join(to, "single"), { recursive: true });
    const shelf = new ModuleShelf(site);
    const artefacts: Artefact[] = [];
    for (const page of map.values()) {
      if (only.length > 0 && !only.includes(page.address)) continue;
      const contents = await readContents(request, page, options["experiments"] === true);
      const { text, obstacles } = await renderSingleFile(contents, shelf);
      if (obstacles.length > 0) throw new MistakesError(unique(obstacles));
      const path = `single/${page.address.replaceAll("/", "-")}.html`;
      await writeFile(join(to, path), text);
      artefacts.push({ path, title: page.title, of: page.address, bytes: Buffer.byteLength(text) });
    }
    say("pages", `${artefacts.length}, each with its fonts, styles and figures inside`);
    return artefacts;
  },
};
export default single;

async function readContents(
  { site, map, provenance }: ArtefactRequest,
  page: MapPage,
  hasExperiments: boolean,
) {
  const host = parsePart(site, page.path, await readText(site, page.path));
  const problems = page.problems.flatMap((address) => map.get(address) ?? []);
  const members = await Promise.all(
    problems.map(async ({ path }) => parsePart(site, path, await readText(site, path))),
  );
  return {
    host,
    members,
    places: placesOf(site, provenance.live, host, members, problems, page),
    hasExperiments,
  };
}

function placesOf(
  site: BuiltSite,
  live: string | undefined,
  host: Part,
  members: readonly Part[],
  problems: readonly MapPage[],
  { address: home }: MapPage,
): Places {
  const anchors = problems.map(({ address }) => anchorOf(address, home));
  const pages = members.map(({ kept }, at) => ({ prefix: anchors[at] ?? "", ids: idsOf(kept) }));
  const renamed = renameIds([...idsOf(host.kept), ...anchors], pages);
  const inside = new Map([[host.path, { anchor: "main", renamed: new Map<string, string>() }]]);
  for (const [at, { path }] of members.entries()) {
    inside.set(path, { anchor: anchors[at] ?? "", renamed: new Map(renamed[at]) });
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
