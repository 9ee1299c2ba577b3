import type { Commit } from "../course/commit.ts";

/** What a message about a part says, before its author has written a word. */
export interface Subject {
  readonly tag: string;
  readonly title: string;
  /** Absolute address of the part. */
  readonly link: string;
}

/** How a kind of forge writes its addresses, behind the repository's. `{…}` are filled in. */
interface Forge {
  readonly host: RegExp;
  readonly commit: string;
  readonly edit: string;
  readonly report: string;
}

const forges: readonly Forge[] = [
  {
    host: /gitlab/,
    commit: "/-/commit/{commit}",
    edit: "/-/blob/HEAD/{path}?plain=1#L{line}",
    report: "/-/issues/new?issue[title]={title}&issue[description]={body}",
  },
  {
    host: /codeberg|gitea|forgejo/,
    commit: "/commit/{commit}",
    edit: "/src/HEAD/{path}#L{line}",
    report: "/issues/new?title={title}&body={body}",
  },
];

const github: Omit<Forge, "host"> = {
  commit: "/commit/{commit}",
  edit: "/blob/HEAD/{path}?plain=1#L{line}",
  report: "/issues/new?title={title}&body={body}",
};

/** The address of a commit in the course's repository, if both are known and nothing was changed since. */
export function linkToCommit(repository: string | undefined, { hash, isDirty }: Commit): string | undefined {
  if (repository === undefined || isDirty) return undefined;
  return fill(`${trimmed(repository)}${forgeOf(repository).commit}`, { commit: hash });
}

/** The address at which a line of a source file can be changed. */
export function linkToEdit(repository: string, path: string, line: number): string {
  return fill(`${trimmed(repository)}${forgeOf(repository).edit}`, { path, line: String(line) });
}

/** The address of a new report about a part, in the repository's list of issues. */
export function linkToReport(repository: string, subject: Subject): string {
  return fill(`${trimmed(repository)}${forgeOf(repository).report}`, textsOf(subject));
}

/**
 * The address of a new topic about a part: the forum's, with `{tag}`, `{title}`, `{link}` and `{body}` filled in, as
 * `https://forum.example/new-topic?title={title}&body={body}`. Without any of them, the forum's own page.
 */
export function linkToForum(forum: string, subject: Subject): string {
  return fill(forum, textsOf(subject));
}

/** The forum's own page. */
export function forumHome(forum: string): string {
  return forum.includes("{") ? `${new URL(forum).origin}/` : forum;
}

function forgeOf(repository: string): Omit<Forge, "host"> {
  const { host } = new URL(repository);
  return forges.find((forge) => forge.host.test(host)) ?? github;
}

function textsOf({ tag, title, link }: Subject): Record<string, string> {
  return { tag, title: `${title} [${tag}]`, link, body: `${link}\n\n` };
}

function fill(template: string, texts: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const text = texts[name];
    if (text === undefined) return hole;
    return name === "path" ? text.split("/").map(encodeURIComponent).join("/") : encodeURIComponent(text);
  });
}

function trimmed(address: string): string {
  return address.replace(/(?:\.git)?\/*$/, "");
}
