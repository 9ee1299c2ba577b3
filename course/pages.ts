import GithubSlugger from "github-slugger";
import type { Entry } from "../anchors/ledger.ts";
import { relativeLink } from "../markdown/address.ts";
import type { Heading } from "../markdown/document.ts";
import type { Mistake } from "../mistakes/mistake.ts";
import type { Commit } from "./commit.ts";
import type { Assignment, BuildData, ProblemCard } from "./course.ts";
import { type ProblemGroup, problemGroup, type Scorecard, scorecardOf } from "./problem-group.ts";
import type { CourseData } from "./schemas.ts";

/** A link with its text; `href` is relative to the page that shows it. */
export interface Link {
  readonly href: string;
  readonly text: string;
}

/** What every page shows around its content. */
export interface PageFrame {
  readonly address: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly breadcrumbs: readonly Link[];
  readonly course: CourseData;
  /** Identifies the build, so that a page is verified against the manifest of its own. */
  readonly digest: string;
  /** The version of the sources, as far as it is known. */
  readonly commit: Commit | undefined;
  /** Present only while developing: the mistakes of the whole course. */
  readonly mistakes: readonly Mistake[];
}

/** Everything that a problem's page shows, but for its body. */
export interface ProblemPage extends PageFrame {
  readonly card: ProblemCard;
  readonly eyebrow: string;
  readonly topics: readonly Link[];
  readonly headings: readonly Heading[];
  readonly scorecard: Scorecard;
  readonly partScorecards: Readonly<Record<string, Scorecard>>;
  readonly previous: Link | undefined;
  readonly next: Link | undefined;
}

/** The data of a whole site; every page is computed from it, and from nothing else. */
export interface Site {
  readonly course: CourseData;
  readonly assignments: readonly Assignment[];
  readonly problems: readonly ProblemCard[];
  /** The permanent tags of its items. */
  readonly tags: readonly Entry[];
  readonly build: BuildData;
  readonly mistakes: readonly Mistake[];
}

/** A topic and the addresses of its problems. */
export interface Topic {
  readonly slug: string;
  readonly name: string;
  readonly problems: readonly ProblemCard[];
}

/** The course's index: its assignments, the problems that belong to none, its topics, its scorecard. */
export function coursePage(site: Site) {
  const loose = site.problems.filter((card) => assignmentOf(site, card) === undefined);
  const groups = site.assignments.map((assignment) => assignmentGroup(site, assignment, ""));
  if (loose.length > 0) groups.push(problemGroup("Problems", undefined, loose, ""));
  return {
    ...frame(site, "", site.course.title, site.course.description, []),
    groups,
    topics: topicsOf(site).map((topic) => ({
      href: `topics/${topic.slug}/`,
      text: topic.name,
      count: topic.problems.length,
    })),
    scorecard: scorecardOf(site.problems.flatMap((card) => card.claims)),
  };
}

/** An assignment's page. */
export function assignmentPage(site: Site, assignment: Assignment) {
  const { address, data } = assignment;
  return {
    ...frame(site, address, data.title, data.description, [courseLink(site, address)]),
    group: assignmentGroup(site, assignment, address),
    source: data.source,
  };
}

/** A topic's page. */
export function topicPage(site: Site, topic: Topic) {
  const address = `topics/${topic.slug}`;
  const crumbs = [courseLink(site, address), { href: "../", text: "Topics" }];
  return {
    ...frame(site, address, topic.name, `Problems about ${topic.name}.`, crumbs),
    group: problemGroup(topic.name, undefined, topic.problems, address),
  };
}

/** The list of topics. */
export function topicsPage(site: Site) {
  const topics = topicsOf(site).map((topic) => ({
    href: `${topic.slug}/`,
    text: topic.name,
    count: topic.problems.length,
  }));
  return { ...frame(site, "topics", "Topics", undefined, [courseLink(site, "topics")]), topics };
}

/** The page that says what was checked, and what was not. */
export function checksPage(site: Site) {
  const description =
    "Every number and formula of the course, with what has confirmed it, or why it was not checked.";
  return frame(site, "checks", "What was checked", description, [courseLink(site, "checks")]);
}

/** The page that says how the course is read without a network. */
export function offlinePage(site: Site) {
  const description =
    "How this course is read without a network: kept on this device, or as files to take away.";
  return frame(site, "offline", "Read offline", description, [courseLink(site, "offline")]);
}

/** A problem's page. */
export function problemPage(site: Site, card: ProblemCard): ProblemPage {
  const { address, frontmatter } = card;
  const assignment = assignmentOf(site, card);
  const index = site.problems.indexOf(card);
  const crumbs = [courseLink(site, address)];
  if (assignment !== undefined) {
    crumbs.push({ href: relativeLink(address, assignment.address), text: assignment.data.title });
  }
  const parts = card.parts.map((part) => [
    part.id,
    scorecardOf(card.claims.filter((claim) => claim.part === part.id)),
  ]);
  return {
    ...frame(site, address, titleOf(card), card.description, crumbs),
    card,
    eyebrow: [assignment?.data.title, frontmatter.number && `Problem ${frontmatter.number}`]
      .filter(Boolean)
      .join(" · "),
    topics: frontmatter.topics.map((name) => ({
      href: relativeLink(address, `topics/${slugOf(name)}`),
      text: name,
    })),
    headings: card.headings,
    scorecard: scorecardOf(card.claims),
    partScorecards: Object.fromEntries(parts),
    previous: neighbour(site.problems[index - 1], address),
    next: neighbour(site.problems[index + 1], address),
  };
}

/** Every topic of the course in alphabetical order. Topics that differ only in case or punctuation are one. */
export function topicsOf(site: Site): Topic[] {
  const topics = new Map<string, { slug: string; name: string; problems: ProblemCard[] }>();
  for (const card of site.problems) {
    for (const name of card.frontmatter.topics) {
      const slug = slugOf(name);
      const topic = topics.get(slug) ?? { slug, name, problems: [] };
      if (!topic.problems.includes(card)) topic.problems.push(card);
      topics.set(slug, topic);
    }
  }
  return [...topics.values()].sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/** The words that a link to a page or a part gets where its author wrote none. */
export function referenceText(site: Site, address: string, fragment: string): string {
  const card = site.problems.find((each) => each.address === address);
  if (card === undefined)
    return site.assignments.find((each) => each.address === address)?.data.title ?? address;
  const problem = card.frontmatter.number ? `problem ${card.frontmatter.number}` : card.title;
  if (fragment === "") return problem;
  const part = card.parts.find((each) => each.id === fragment);
  if (part !== undefined) return `${problem}, ${part.letter ? `part (${part.letter})` : part.title}`;
  const equation = card.equations[fragment];
  if (equation !== undefined) return `${problem}, equation ${equation === "" ? "" : `(${equation})`}`.trim();
  const claim = card.claims.find((each) => each.id === fragment);
  return claim === undefined ? `${problem}, ${fragment}` : `claim ${claim.id}`;
}

function frame(
  site: Site,
  address: string,
  title: string,
  description: string | undefined,
  breadcrumbs: Link[],
): PageFrame {
  return {
    address,
    title,
    description,
    breadcrumbs,
    course: site.course,
    digest: site.build.digest,
    commit: site.build.commit,
    mistakes: site.mistakes,
  };
}

function assignmentGroup(site: Site, { address, data, problems }: Assignment, from: string): ProblemGroup {
  const cards = site.problems.filter((card) => problems.includes(card.address));
  const group = problemGroup(data.title, relativeLink(from, address), cards, from, data.description);
  const absent = data.absent.map(({ number, reason }) => ({ kind: "absent" as const, number, reason }));
  const rows = [...group.rows, ...absent].sort((a, b) =>
    collator.compare(a.number ?? "\uFFFF", b.number ?? "\uFFFF"),
  );
  return { ...group, rows };
}

function neighbour(card: ProblemCard | undefined, from: string): Link | undefined {
  return card && { href: relativeLink(from, card.address), text: titleOf(card) };
}

/** “Problem 2: Comparing distributions”. */
function titleOf({ frontmatter, title }: ProblemCard): string {
  return frontmatter.number === undefined ? title : `Problem ${frontmatter.number}: ${title}`;
}

function courseLink(site: Site, from: string): Link {
  return { href: relativeLink(from, ""), text: site.course.title };
}

function assignmentOf(site: Site, card: ProblemCard): Assignment | undefined {
  return site.assignments.find((assignment) => assignment.problems.includes(card.address));
}

function slugOf(name: string): string {
  return new GithubSlugger().slug(name);
}

const collator = new Intl.Collator("en", { numeric: true });
