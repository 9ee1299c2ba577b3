import type { Anchor } from "../anchors/anchor-list.ts";
import type { TaggedPage } from "../anchors/items.ts";
import type { Experiment } from "../lab/experiment.ts";
import type { Entry } from "./entry.ts";
import { itemEntry } from "./item-entry.ts";
import { passagesOf } from "./passages.ts";
import { hrefOf, placeOf } from "./place.ts";
import { wordsOfTex } from "./tex-words.ts";

/** What a search is made from. */
export interface SearchSource {
  /** The items of the course, in the order of its pages. */
  readonly anchors: readonly Anchor[];
  readonly assignments: readonly {
    readonly address: string;
    readonly title: string;
    readonly number?: string;
    readonly text: string;
  }[];
  readonly topics: readonly {
    readonly address: string;
    readonly title: string;
    readonly problems: readonly string[];
  }[];
  readonly experiments: ReadonlyMap<string, Experiment>;
  /** A formula of TeX as readable text. */
  readonly plain: (tex: string) => string;
  /** What a link to a place is called where its author wrote no words. */
  readonly nameReference: (address: string, fragment: string) => string;
}

/** Everything that can be found, in the order of the course. */
export function collectEntries(source: SearchSource): Entry[] {
  const pages = [...new Set(source.anchors.map(({ page }) => page))];
  return [
    ...source.assignments.map(({ address, title, text }) => {
      return { kind: "assignment", href: `${address}/`, place: "Assignment", title, text } as const;
    }),
    ...source.topics.map(({ address, title, problems }) => {
      return {
        kind: "topic",
        href: `${address}/`,
        place: "Topic",
        title,
        text: problems.join(", "),
      } as const;
    }),
    ...source.anchors.map((anchor) => itemEntry(anchor, source)),
    ...pages.flatMap((page) => passageEntries(page, source)),
  ];
}

function passageEntries(page: TaggedPage, source: SearchSource): Entry[] {
  const { compiled } = page;
  let part: (typeof compiled.parts)[number] | undefined;
  return passagesOf(compiled, source).map(({ fragment, heading, text, tex }) => {
    part = compiled.parts.find(({ id }) => id === fragment) ?? part;
    const title = heading.replace(/^(?:\([^)]*\)\s*)+/, "");
    const words = tex.map(wordsOfTex).join(" ");
    return {
      kind: "passage",
      href: hrefOf(page, fragment),
      place: placeOf(page, part),
      title,
      text,
      tex: tex.join(" "),
      words,
    };
  });
}
