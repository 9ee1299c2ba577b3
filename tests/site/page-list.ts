import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import domino from "domino";

/** A page of a built site, as a file. */
export interface PageFile {
  /** Path from the site's index, as a link would name it: `""`, `homework/problem-2/`, `404.html`. */
  readonly path: string;
  readonly html: string;
  /** The page as a document without scripts and styles. */
  readonly document: Document;
}

const known = new Map<string, Promise<readonly PageFile[]>>();

/**
 * Every page of a built site, in the order of their paths. A site's pages are read once a process, and each is parsed
 * when first looked at: they are for reading only.
 */
export function readPages(dist: string): Promise<readonly PageFile[]> {
  const pages = known.get(dist) ?? readAll(dist);
  known.set(dist, pages);
  return pages;
}

async function readAll(dist: string): Promise<PageFile[]> {
  const paths = await listPages(dist);
  return Promise.all(paths.map((path) => readPage(dist, path)));
}

async function readPage(dist: string, path: string): Promise<PageFile> {
  const html = await readFile(join(dist, path.endsWith(".html") ? path : `${path}index.html`), "utf8");
  let document: Document | undefined;
  return {
    path,
    html,
    get document() {
      document ??= domino.createDocument(html);
      return document;
    },
  };
}

/** Whether a page only leads on to another one. */
export function isSignpost(document: Document): boolean {
  return document.querySelectorAll('meta[http-equiv="refresh"]').length > 0;
}

/** The paths of a built site's pages. */
export async function listPages(dist: string): Promise<string[]> {
  const files = await listFiles(dist);
  return files
    .filter((file) => file.endsWith(".html"))
    .map((file) => file.replace(/(^|\/)index\.html$/, "$1"));
}

/** The paths of all files below a folder, with forward slashes, sorted. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join("/"),
    )
    .sort();
}
