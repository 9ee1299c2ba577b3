import MiniSearch from "minisearch";
import type { Entry, SearchData } from "./entry.ts";
import { type Indexed, indexOptions } from "./terms.ts";

/** The data of a search over some entries. Equal entries give equal data, to the byte. */
export function buildIndex(entries: readonly Entry[], retired: readonly string[] = []): SearchData {
  const index = new MiniSearch<Indexed>(indexOptions);
  index.addAll(entries.map(toIndexed));
  return {
    entries: entries.map(({ name: _name, words: _words, tex: _tex, ...shown }) => shown),
    index: index.toJSON(),
    retired,
  };
}

/** Quotations and formulas are no titles: a word in them says less about the place than one in a heading. */
function toIndexed(
  { kind, title, place, text, name = "", words = "", tex = "", tag = "" }: Entry,
  id: number,
): Indexed {
  const names = `${name} ${tag}`;
  if (kind === "claim") return { id, title: "", name: names, place, text: `${title} ${text}`, words, tex };
  if (kind === "equation") return { id, title: "", name: names, place, text: "", words, tex };
  return { id, title, name: names, place, text, words, tex };
}
