import type { Commit } from "../course/commit.ts";
import type { CourseData } from "../course/schemas.ts";
import type { Anchor } from "./anchor-list.ts";

/** One item of a page, for those who copy a link to it. */
export interface KitAnchor {
  readonly tag?: string;
  readonly title: string;
  /** Its short name within the page: `part (b)`. */
  readonly name: string;
  /** Where its source begins. */
  readonly file: string;
  readonly line: number;
}

/** What the copy kit of a page knows; plain data, which stands in the page. */
export interface KitData {
  /** Address of the page from the course's index, without slashes at the ends. */
  readonly address: string;
  readonly course: string;
  readonly authors: readonly string[];
  readonly commit?: { readonly name: string; readonly date?: string };
  readonly repository?: string;
  readonly forum?: string;
  /** What is shown for each macro of the course. */
  readonly macros: Readonly<Record<string, string>>;
  /** The items by their ids; the page itself has the empty one. */
  readonly anchors: Readonly<Record<string, KitAnchor>>;
}

interface KitSource {
  readonly address: string;
  readonly course: CourseData;
  readonly commit: Commit | undefined;
  readonly macros: Readonly<Record<string, string>>;
  /** The items of this page. */
  readonly anchors: readonly Anchor[];
}

/** The data of a page's copy kit. */
export function kitData({ address, course, commit, macros, anchors }: KitSource): KitData {
  const { repository, forum } = course;
  const authors = anchors[0]?.page.compiled.frontmatter.authors ?? [];
  return {
    address,
    course: course.title,
    authors,
    ...(commit === undefined ? {} : { commit: versionOf(commit) }),
    ...(repository === undefined ? {} : { repository }),
    ...(forum === undefined ? {} : { forum }),
    macros,
    anchors: Object.fromEntries(anchors.map((anchor) => [anchor.item.fragment, kitAnchor(anchor)])),
  };
}

function versionOf({ hash, isDirty, date }: Commit): NonNullable<KitData["commit"]> {
  return { name: isDirty ? `${hash}-dirty` : hash, ...(date === undefined ? {} : { date }) };
}

function kitAnchor(anchor: Anchor): KitAnchor {
  const { tag, title, name } = anchor;
  return { ...(tag === undefined ? {} : { tag }), title, name, ...sourceOf(anchor) };
}

/** The place of an item's source, or of the part that it stands in. */
function sourceOf({ item: { subject }, page: { path, compiled }, part }: Anchor): {
  file: string;
  line: number;
} {
  const own =
    subject.kind === "equation"
      ? compiled.displays.find(({ tex }) => tex === subject.equation.tex)
      : subject.kind === "experiment"
        ? compiled.figures.find(({ name }) => name === subject.name)
        : undefined;
  if (own !== undefined) return { file: own.file, line: own.line };
  return { file: path, line: compiled.parts.find(({ id }) => id === part)?.line ?? 1 };
}
