import { dirname, join } from "node:path";
import bodies from "virtual:ansatz/bodies";
import { Studio } from "virtual:ansatz/studio";
import { anchorsOf } from "../anchors/anchor-list.ts";
import { type Card, type CardImage, cardSize, describeCard } from "../anchors/cards/card.ts";
import { cardOf, retiredCard } from "../anchors/cards/cards.ts";
import { tagPages } from "../anchors/tag-pages.ts";
import { readExperimentModules } from "./experiment-modules.ts";
import { readSite } from "./site.ts";
import { readTagSite } from "./tag-site.ts";

/** All cards of the site. */
interface Deck {
  readonly studio: Studio;
  /** What KaTeX shows for each macro. */
  readonly macros: Readonly<Record<string, string>>;
  /** By the name of the image's file, without its ending. */
  readonly cards: ReadonlyMap<string, Card>;
  /** Names of the images, by tag and by problem's address. */
  readonly names: ReadonlyMap<string, string>;
}

let made: Promise<Deck> | undefined;

/** The cards, put together once a build; while developing, anew for each request. */
export function readDeck(): Promise<Deck> {
  if (import.meta.env.DEV) return makeDeck();
  made ??= makeDeck();
  return made;
}

/**
 * The image of a tag's page or of a problem's. Readers of links want its whole address, so there is none where the
 * course does not say what its address is.
 */
export async function cardImage(key: string): Promise<CardImage | undefined> {
  if (import.meta.env.SITE === undefined) return undefined;
  const { names, cards, studio, macros } = await readDeck();
  const name = names.get(key);
  const card = name === undefined ? undefined : cards.get(name);
  if (card === undefined) return undefined;
  const base = import.meta.env.BASE_URL.replace(/\/$/, "");
  // the digest is for whoever keeps images: a card that changed is fetched again from the same address
  const url = new URL(`${base}/cards/${name}.png?${studio.digestOf(card).slice(0, 8)}`, import.meta.env.SITE)
    .href;
  return { url, alt: describeCard(card, macros), ...cardSize };
}

async function makeDeck(): Promise<Deck> {
  const [{ tags, build }, site] = [await readSite(), await readTagSite()];
  const studio = new Studio({
    folder: join(dirname(bodies), "ansatz-cards"),
    macros: build.macros,
    experiments: readExperimentModules(),
    codes: build.codes,
    warn: (sentence: string) => console.warn(sentence),
  });
  const cards = new Map<string, Card>();
  const names = new Map<string, string>();
  const shared = new Map<string, string>();
  const add = (key: string, card: Card) => {
    const digest = studio.digestOf(card);
    const name = shared.get(digest) ?? key;
    shared.set(digest, name);
    cards.set(name, card);
    names.set(key, name);
  };
  for (const anchor of anchorsOf(tags, site)) {
    if (anchor.tag !== undefined) add(anchor.tag, cardOf(anchor, site));
    if (anchor.item.subject.kind === "problem") add(anchor.item.page, cardOf(anchor, site));
  }
  for (const page of tagPages(tags, site)) if (page.isRetired) add(page.tag, retiredCard(page, site));
  return { studio, macros: build.macros, cards, names };
}
