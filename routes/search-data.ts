import katex from "katex";
import { anchorsOf } from "../anchors/anchor-list.ts";
import { referenceText, topicsOf } from "../course/pages.ts";
import { plainTex } from "../markdown/plain/tex.ts";
import { buildIndex } from "../search/build-index.ts";
import { collectEntries } from "../search/collect-entries.ts";
import type { SearchData } from "../search/entry.ts";
import { withoutLinks } from "../search/tex-words.ts";
import { readExperimentModules } from "./experiment-modules.ts";
import { readSite } from "./site.ts";
import { readTagSite } from "./tag-site.ts";

/** What the search of the whole site reads. */
export async function searchData(): Promise<SearchData> {
  const site = await readSite();
  const entries = collectEntries({
    anchors: anchorsOf(site.tags, await readTagSite()),
    assignments: site.assignments.map(({ address, data }) => ({
      address,
      title: data.title,
      text: data.description ?? "",
      ...(data.number === undefined ? {} : { number: data.number }),
    })),
    topics: topicsOf(site).map(({ slug, name, problems }) => ({
      address: `topics/${slug}`,
      title: name,
      problems: problems.map(({ title }) => title),
    })),
    experiments: readExperimentModules(),
    nameReference: (address, fragment) => referenceText(site, address, fragment),
    plain: remembering((tex) => plainTex(tex, site.build.macros)),
  });
  const retired = site.tags.filter(({ retirement }) => retirement !== undefined).map(({ tag }) => tag);
  return buildIndex(entries, retired);
}

/** The labelled equations of each problem as KaTeX sets them, by the problem's address. */
export async function searchFormulas(): Promise<ReadonlyMap<string, readonly string[]>> {
  const { build } = await readSite();
  const { pages } = await readTagSite();
  const typeset = (tex: string) =>
    katex.renderToString(withoutLinks(tex), {
      output: "html",
      displayMode: true,
      throwOnError: false,
      strict: "ignore",
      macros: { ...build.macros },
    });
  const withFormulas = pages.filter(({ compiled }) => compiled.equations.length > 0);
  return new Map(
    withFormulas.map(({ address, compiled }) => [address, compiled.equations.map(({ tex }) => typeset(tex))]),
  );
}

/** A function whose results are kept: most formulas of a page stand in it several times. */
function remembering(compute: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const result = known.get(text) ?? compute(text);
    known.set(text, result);
    return result;
  };
}
