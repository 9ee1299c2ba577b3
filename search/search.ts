import MiniSearch, { type SearchOptions } from "minisearch";
import type { EntryKind, SearchData } from "./entry.ts";
import { findNamed } from "./short-forms.ts";
import { type Indexed, indexOptions, processTerm, wordsIn } from "./terms.ts";

/** A place that was found. */
export interface Result {
  readonly entry: SearchData["entries"][number];
  /** The words of the index that matched, for marking them. */
  readonly terms: ReadonlySet<string>;
}

/** Searches one course; the answer to a query is the best results first. */
export type Search = (query: string) => Result[];

/** How many results are shown. */
const most = 20;

/** What a reader more likely means when several kinds of places say the same words. */
const weights: Readonly<Record<EntryKind, number>> = {
  problem: 2.4,
  part: 2.2,
  assignment: 1.6,
  figure: 1.8,
  topic: 1.6,
  equation: 1.3,
  claim: 0.8,
  passage: 0.9,
};

/** Signs of a query that is a formula, and what equations weigh more then. */
const texSigns = /[\\^_={}]/;
const formulaWeight = 1.6;

/** Makes a search of its data, which takes as long as reading the index. */
export function openSearch({ entries, index, retired }: SearchData): Search {
  const mini = MiniSearch.loadJS<Indexed>(index, indexOptions);
  const options: SearchOptions = {
    boost: { title: 5, name: 5, words: 2, place: 1, tex: 2 },
    prefix: (term, index, terms) => term.length > 2 || index === terms.length - 1,
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    weights: { fuzzy: 0.3, prefix: 0.5 },
  };
  const weigh = (query: string) => {
    const formula = texSigns.test(query) ? formulaWeight : 1;
    return (id: number) => {
      const kind = entries[id]?.kind ?? "passage";
      return weights[kind] * (kind === "equation" ? formula : 1);
    };
  };
  return (query) => {
    const named = findNamed(query, entries);
    const words = findWords(mini, readable(query), { ...options, boostDocument: weigh(query) });
    const found = words.filter(({ id }) => !named.includes(Number(id)));
    const all = [...named.map((id) => ({ id, terms: [] as string[] })), ...found].flatMap(({ id, terms }) => {
      const entry = entries[Number(id)];
      return entry === undefined ? [] : [{ entry, terms: new Set(terms) }];
    });
    return [...retiredResult(query, retired), ...withoutRepeats(all).slice(0, most)];
  };
}

/** All words of the query must be there; where nothing has all of them, whatever has some. */
function findWords(mini: MiniSearch<Indexed>, query: string, options: SearchOptions) {
  const strict = mini.search(query, { ...options, combineWith: "AND" });
  return strict.length > 0 ? strict : mini.search(query, { ...options, combineWith: "OR" });
}

/** Of the passages below one heading, the best is enough. */
function withoutRepeats(results: readonly Result[]): Result[] {
  const seen = new Set<string>();
  return results.filter(({ entry: { kind, href, title } }) => {
    const key = `${href.replace(/#.*/, "")} ${title}`;
    if (kind !== "passage") return true;
    return !seen.has(key) && seen.add(key);
  });
}

/** A query without the words that every text has, unless it has no others. */
function readable(query: string): string {
  const kept = wordsIn(query).filter(({ word }) => processTerm(word, "title") !== undefined);
  return kept.length > 0 ? kept.map(({ word }) => word).join(" ") : query;
}

function retiredResult(query: string, retired: readonly string[]): Result[] {
  const tag = query.trim().toUpperCase();
  if (!retired.includes(tag)) return [];
  const entry = {
    kind: "passage",
    href: `t/${tag}/`,
    place: tag,
    title: "Withdrawn",
    text: "The page says why.",
  } as const;
  return [{ entry, terms: new Set() }];
}
