import type { Anchor } from "../anchors/anchor-list.ts";
import type { TaggedPage } from "../anchors/items.ts";
import { lettersOf } from "../anchors/name.ts";
import { plainQuote } from "../markdown/plain/text.ts";
import type { SearchSource } from "./collect-entries.ts";
import type { Entry } from "./entry.ts";
import { hrefOf, placeOf } from "./place.ts";
import { withoutLinks, wordsOfTex } from "./tex-words.ts";

/** What a search knows of an item: a problem, a part, an equation, a claim, a figure. */
export function itemEntry(anchor: Anchor, source: SearchSource): Entry {
  const { item, page, tag, description } = anchor;
  const { subject } = item;
  const part = page.compiled.parts.find(({ id }) => id === anchor.part);
  const shared = {
    href: hrefOf(page, item.fragment),
    place: placeOf(page, part),
    ...(tag === undefined ? {} : { tag }),
  };
  switch (subject.kind) {
    case "problem": {
      const { number, topics } = page.compiled.frontmatter;
      const short = number === undefined ? {} : { short: [assignmentOf(page, source), number, ""] as const };
      return {
        ...shared,
        ...short,
        kind: "problem",
        name: `problem ${number ?? ""}`,
        title: page.compiled.title,
        text: description,
        words: topics.join(" "),
      };
    }
    case "part":
      return {
        ...shared,
        ...shortOfPart(page, source, subject.part),
        kind: "part",
        name: `part ${lettersOf(subject.part) ?? ""}`,
        title: subject.part.title,
        text: description,
      };
    case "equation":
      return equationEntry(shared, page, subject.equation, source);
    case "claim": {
      const { id, quote, summary, verdict } = subject.claim;
      const place = `${shared.place}, claim ${id}`;
      const title = `“${plainQuote(quote, source.plain)}”`;
      return { ...shared, place, kind: "claim", name: id, title, text: `Judged ${verdict}. ${summary}` };
    }
    case "experiment":
      return {
        ...shared,
        ...figureText(subject.name, source),
        kind: "figure",
        place: `${shared.place}, figure`,
        name: subject.name.replaceAll("-", " "),
      };
  }
}

function equationEntry(
  shared: Pick<Entry, "href" | "place" | "tag">,
  page: TaggedPage,
  { label, number, tex }: { readonly label: string; readonly number?: string; readonly tex: string },
  { plain }: SearchSource,
): Entry {
  const formula = page.compiled.equations.findIndex((equation) => equation.label === label);
  const place = number === undefined ? shared.place : `${shared.place}, equation (${number})`;
  const name = `eq equation ${number ?? ""} ${label.replace(/^eq:/, "").replaceAll("-", " ")}`;
  const words = wordsOfTex(tex);
  return {
    ...shared,
    kind: "equation",
    place,
    name,
    title: plain(withoutLinks(tex)),
    text: "",
    words,
    tex,
    formula,
  };
}

/** A figure is found by its title and by what its parameters and quantities mean. */
function figureText(name: string, { experiments }: SearchSource): Pick<Entry, "title" | "text"> {
  const experiment = experiments.get(name);
  if (experiment === undefined) return { title: name, text: "" };
  const { parameters, quantities } = experiment;
  const meanings = [...Object.values(parameters), ...Object.values(quantities)].map(({ meaning }) => meaning);
  return { title: experiment.title, text: `An interactive figure: ${[...new Set(meanings)].join(", ")}.` };
}

function shortOfPart(page: TaggedPage, source: SearchSource, part: TaggedPage["compiled"]["parts"][number]) {
  const { number } = page.compiled.frontmatter;
  const letters = lettersOf(part)?.replace(/[()]/g, "");
  if (number === undefined || letters === undefined) return {};
  return { short: [assignmentOf(page, source), number, letters] as const };
}

/** The number of a page's assignment, or nothing. */
function assignmentOf(page: TaggedPage, { assignments }: SearchSource): string {
  return assignments.find(({ address }) => page.address.startsWith(`${address}/`))?.number ?? "";
}
