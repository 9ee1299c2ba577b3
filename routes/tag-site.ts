import bodies from "virtual:ansatz/bodies";
import { type Anchor, anchorsOf } from "../anchors/anchor-list.ts";
import { type FormerAnchor, formerAnchors } from "../anchors/former.ts";
import type { TagSite } from "../anchors/tag-site.ts";
import { bodiesIn } from "../course/bodies.ts";
import { readExperimentModules } from "./experiment-modules.ts";
import { readSite } from "./site.ts";

/** What a page needs of its items: themselves, and what stood at its addresses before. */
interface PageAnchors {
  readonly anchors: readonly Anchor[];
  readonly former: readonly FormerAnchor[];
}

let read: Promise<TagSite> | undefined;
let composed: Promise<(address: string) => PageAnchors> | undefined;

/** What tags are shown with: all compiled pages, read once a build; while developing, anew for each request. */
export function readTagSite(): Promise<TagSite> {
  if (import.meta.env.DEV) return compose();
  read ??= compose();
  return read;
}

/** The items of each page, by its address. */
export function readPageAnchors(): Promise<(address: string) => PageAnchors> {
  if (import.meta.env.DEV) return composePages();
  composed ??= composePages();
  return composed;
}

async function composePages(): Promise<(address: string) => PageAnchors> {
  const { tags } = await readSite();
  const site = await readTagSite();
  const anchors = Map.groupBy(anchorsOf(tags, site), ({ page }) => page.address);
  const former = formerAnchors(tags, site);
  return (address) => ({ anchors: anchors.get(address) ?? [], former: former.get(address) ?? [] });
}

async function compose(): Promise<TagSite> {
  const { course, assignments, problems, build } = await readSite();
  const pages = problems.map(async ({ address, path, digest }) => {
    const compiled = await bodiesIn(bodies).read(digest);
    if (compiled === undefined) throw new Error(`The compiled body of ${path} is missing: build again`);
    return { address, path, compiled };
  });
  const titles = assignments.map(({ address, data }) => [address, data.title] as const);
  const figures = [...readExperimentModules()].map(([name, { title }]) => [name, title] as const);
  return {
    pages: await Promise.all(pages),
    titles: new Map([["", course.title], ...titles]),
    figures: new Map(figures),
    macros: build.macros,
  };
}
