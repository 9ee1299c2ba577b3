import { relativeLink } from "../markdown/address.ts";
import { type Verdict, verdicts } from "../markdown/attempt-data.ts";
import type { ProblemCard } from "./course.ts";

/** How many claims got each verdict; verdicts that nobody got are left out. */
export type Scorecard = readonly { readonly verdict: Verdict; readonly count: number }[];

/** A row of a list of problems: a problem, or one that is said to be absent. */
export type ProblemRow =
  | {
      readonly kind: "problem";
      readonly href: string;
      readonly number: string | undefined;
      readonly titleHtml: string;
      readonly description: string;
      readonly scorecard: Scorecard;
      readonly parts: readonly {
        readonly href: string;
        readonly name: string;
        readonly scorecard: Scorecard;
      }[];
    }
  | { readonly kind: "absent"; readonly number: string; readonly reason: string };

/** A list of problems with its title, on the course's page, an assignment's or a topic's. */
export interface ProblemGroup {
  readonly title: string;
  readonly href: string | undefined;
  readonly description: string | undefined;
  readonly rows: readonly ProblemRow[];
  readonly scorecard: Scorecard;
}

/** Counts verdicts, the gravest first. */
export function scorecardOf(claims: readonly { readonly verdict: Verdict }[]): Scorecard {
  return verdicts
    .map((verdict) => ({ verdict, count: claims.filter((claim) => claim.verdict === verdict).length }))
    .filter(({ count }) => count > 0);
}

/** Problems under a title, with links relative to the page at the address `from`. */
export function problemGroup(
  title: string,
  href: string | undefined,
  cards: readonly ProblemCard[],
  from: string,
  description?: string,
): ProblemGroup {
  const rows = cards.map((card) => problemRow(card, from));
  return { title, href, description, rows, scorecard: scorecardOf(cards.flatMap((card) => card.claims)) };
}

function problemRow(card: ProblemCard, from: string): ProblemRow {
  return {
    kind: "problem",
    href: relativeLink(from, card.address),
    number: card.frontmatter.number,
    titleHtml: card.titleHtml,
    description: card.description,
    scorecard: scorecardOf(card.claims),
    parts: card.parts.map(({ id, letter, title }) => ({
      href: relativeLink(from, card.address, id),
      name: letter === undefined ? title : `(${letter}) ${title}`,
      scorecard: scorecardOf(card.claims.filter((claim) => claim.part === id)),
    })),
  };
}
