import { type BuiltSite, readText } from "./built-site.ts";
import { findElement, type PageElement, parseElements } from "./html.ts";

/** Where a copy comes from, as the site's pages say it. */
export interface Provenance {
  /** The course's commit; undefined where it was built outside of a repository. */
  readonly commit: string | undefined;
  /** The moment of that commit in universal time, `2026-11-22T19:58:03Z`, where it is known. */
  readonly time: string | undefined;
  /** Digest of what the site was built from. */
  readonly build: string;
  /** The address at which the site is served, if its configuration names one. */
  readonly live: string | undefined;
  /** The address of the course's sources, if the course names one. */
  readonly repository: string | undefined;
}

/** Reads it out of the first page. */
export async function readProvenance(site: BuiltSite): Promise<Provenance> {
  return provenanceOf(parseElements(await readText(site, "index.html")));
}

/** Reads it out of any page; `live` is then that page's own address. */
export function provenanceOf(page: readonly PageElement[]): Provenance {
  const meta = (name: string) => findElement(page, "meta", "content", ["name", name]) || undefined;
  return {
    commit: meta("ansatz-commit"),
    time: meta("ansatz-commit-time"),
    build: meta("ansatz-build") ?? "",
    live: findElement(page, "link", "href", ["rel", "canonical"]),
    repository: meta("ansatz-repository"),
  };
}

/** A piece of the note that a copy carries: words, or words that lead somewhere. */
export interface NotePiece {
  readonly text: string;
  readonly href?: string;
}

/** What a copy says of itself: what it was made from, where it is kept up to date, where errata appear. */
export function copyNote({ commit, build, live, repository }: Provenance): NotePiece[] {
  const source = commit === undefined ? "sources outside of a repository" : `commit ${shortCommit(commit)}`;
  const made = { text: `A copy, made of ${source}${build === "" ? "" : ` (build ${build.slice(0, 8)})`}. ` };
  if (live !== undefined) {
    return [
      made,
      { text: "The page that is kept up to date is " },
      { text: live, href: live },
      { text: "; errata appear there." },
    ];
  }
  if (repository !== undefined) {
    return [made, { text: "Errata appear in " }, { text: repository, href: repository }, { text: "." }];
  }
  return [
    made,
    { text: "The course names no address: ask whoever gave you this copy for errata and newer copies." },
  ];
}

/** The note as plain text. */
export function plainNote(provenance: Provenance): string {
  return copyNote(provenance)
    .map(({ text }) => text)
    .join("");
}

/** The note as a paragraph of HTML. */
export function noteHtml(provenance: Provenance): string {
  const pieces = copyNote(provenance).map(({ text, href }) =>
    href === undefined ? escapeText(text) : `<a href="${escapeText(href)}">${escapeText(text)}</a>`,
  );
  return `<p class="copy-note">${pieces.join("")}</p>`;
}

/** `0123456789abcdef-dirty` → `0123456789-dirty`. */
function shortCommit(commit: string): string {
  return commit.replace(/^([0-9a-f]{10})[0-9a-f]+/, "$1");
}

/** Text as it stands in HTML, also between double quotes. */
export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
