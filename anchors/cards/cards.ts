import { scorecardOf } from "../../course/problem-group.ts";
import type { Part } from "../../markdown/document.ts";
import type { Anchor } from "../anchor-list.ts";
import type { TaggedPage } from "../items.ts";
import { lettersOf } from "../name.ts";
import { titleOfPage } from "../preview.ts";
import type { TagPage } from "../tag-pages.ts";
import type { TagSite } from "../tag-site.ts";
import type { Card } from "./card.ts";
import { centralFormulas, countSteps } from "./central-formulas.ts";

/** The card of an item. Claims have that of their part, or of their problem. */
export function cardOf({ item, page, part }: Anchor, { titles, figures }: TagSite): Card {
  const { subject } = item;
  const course = titles.get("") ?? "";
  const own = page.compiled.parts.find(({ id }) => id === part);
  switch (subject.kind) {
    case "equation":
      return equationCard(page, own, subject.equation, course);
    case "experiment":
      return experimentCard(page, own, subject.name, figures.get(subject.name), course);
    default:
      return own === undefined ? problemCard(page, course) : partCard(page, own, course);
  }
}

/** The card of a retired tag's page, which says why there is nothing more to see. */
export function retiredCard({ tag, title, description, link }: TagPage, { titles }: TagSite): Card {
  const course = titles.get("") ?? "";
  return {
    ...plain,
    kind: "retired",
    course,
    eyebrow: `Permanent address ${tag}`,
    title,
    lines: [description, `See instead: ${link}`],
  };
}

const plain = { formulas: [], lines: [], steps: 0, verdicts: [] } as const;

function problemCard(page: TaggedPage, course: string): Card {
  const { compiled } = page;
  const { number } = compiled.frontmatter;
  const figure = figureIn(page, undefined);
  return {
    kind: "problem",
    course,
    eyebrow: number === undefined ? "" : `Problem ${number}`,
    title: compiled.title,
    formulas: centralFormulas(page, undefined),
    lines: compiled.parts.filter((part) => part.letter !== undefined).map(titleOfPart),
    ...(figure === undefined ? {} : { figure }),
    steps: countSteps(page, undefined),
    verdicts: scorecardOf(compiled.claims),
  };
}

function partCard(page: TaggedPage, part: Part, course: string): Card {
  const figure = figureIn(page, part.id);
  return {
    kind: "part",
    course,
    eyebrow: titleOfPage(page),
    title: titleOfPart(part),
    formulas: centralFormulas(page, part.id),
    lines: [],
    ...(figure === undefined ? {} : { figure }),
    steps: countSteps(page, part.id),
    verdicts: scorecardOf(page.compiled.claims.filter((claim) => claim.part === part.id)),
  };
}

function equationCard(
  page: TaggedPage,
  part: Part | undefined,
  { tex, number }: { readonly tex: string; readonly number?: string },
  course: string,
): Card {
  return {
    ...plain,
    kind: "equation",
    course,
    eyebrow: titleOfPage(page),
    title: part === undefined ? "" : titleOfPart(part),
    formulas: [tex],
    ...(number === undefined ? {} : { number }),
  };
}

function experimentCard(
  page: TaggedPage,
  part: Part | undefined,
  name: string,
  title = name,
  course = "",
): Card {
  const placed = page.compiled.figures.find((figure) => figure.name === name);
  return {
    ...plain,
    kind: "experiment",
    course,
    eyebrow: [titleOfPage(page), part && titleOfPart(part)].filter(Boolean).join(" · "),
    title,
    figure: { name, values: placed?.values ?? {} },
  };
}

/** The first figure of a part; for the problem itself, the first that stands outside of its parts. */
function figureIn({ compiled, path }: TaggedPage, part: string | undefined): Card["figure"] {
  const found = compiled.figures.find(({ file, line }) => {
    return file === path && compiled.parts.filter((each) => each.line < line).at(-1)?.id === part;
  });
  return found && { name: found.name, values: found.values };
}

function titleOfPart(part: Part): string {
  return [lettersOf(part), part.title].filter(Boolean).join(" ");
}
