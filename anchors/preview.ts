import type { Claim } from "../markdown/document.ts";
import { plainTex } from "../markdown/plain/tex.ts";
import { plainQuote } from "../markdown/plain/text.ts";
import { setApostrophes } from "../markdown/remark-apostrophes.ts";
import { excerpt } from "./excerpt.ts";
import type { Item, TaggedPage } from "./items.ts";
import { lettersOf, nameOf } from "./name.ts";
import type { TagSite } from "./tag-site.ts";

/** What a forum shows of a link: plain text, without markup. */
export interface Preview {
  readonly title: string;
  readonly description: string;
}

/** Length of a description that forums show uncut, in characters. */
const descriptionLength = 200;

/** What of a site previews need besides the item's own page. */
export type PreviewContext = Pick<TagSite, "figures" | "macros">;

/** The preview of an item; each of a page's items has a title of its own. */
export function previewOf(item: Item, page: TaggedPage, { figures, macros = {} }: PreviewContext): Preview {
  const { compiled } = page;
  const about = setApostrophes(compiled.frontmatter.description ?? compiled.lead);
  return {
    title: titleOf(item, page, figures),
    description: excerpt(describe(item, compiled.title, about, macros), descriptionLength),
  };
}

/** “Problem 2: Comparing distributions”, or the title alone. */
export function titleOfPage({ compiled: { title, frontmatter } }: TaggedPage): string {
  return frontmatter.number === undefined ? title : `Problem ${frontmatter.number}: ${title}`;
}

function titleOf(item: Item, page: TaggedPage, figures: ReadonlyMap<string, string>): string {
  const { number } = page.compiled.frontmatter;
  const problem = number === undefined ? page.compiled.title : `Problem ${number}`;
  const { subject } = item;
  switch (subject.kind) {
    case "problem":
      return titleOfPage(page);
    case "part": {
      const numbered = [problem, lettersOf(subject.part)].filter(Boolean).join(" ");
      return [numbered, subject.part.title].filter(Boolean).join(": ");
    }
    case "equation":
      return `${problem}, ${nameOf(item)}`;
    case "claim":
      return `${problem}, ${nameOf(item)}, judged ${subject.claim.verdict}`;
    case "experiment":
      return `${problem}, figure: ${figures.get(subject.name) ?? subject.name}`;
  }
}

function describe(
  item: Item,
  title: string,
  about: string,
  macros: NonNullable<PreviewContext["macros"]>,
): string {
  const { subject } = item;
  switch (subject.kind) {
    case "problem":
      return about;
    case "part":
      return `${capitalise(nameOf(item))} of “${title}”. ${about}`;
    case "equation":
      return `In “${title}”: ${plainTex(subject.equation.tex, macros)}`;
    case "claim":
      return describeClaim(subject.claim, (tex) => plainTex(tex, macros));
    case "experiment":
      return `An interactive figure in “${title}”. ${about}`;
  }
}

function describeClaim({ quote, verdict, summary }: Claim, plain: (tex: string) => string): string {
  return `The claim “${excerpt(plainQuote(quote, plain), descriptionLength / 2)}” is ${verdict}. ${summary}`.trim();
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
