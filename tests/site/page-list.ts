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

/** Every page of a built site, in the order of their paths. */
export async function readPages(dist: string): Promise<PageFile[]> {
  const pages = await Promise.all(
    (await listPages(dist)).map(async (path) => {
      const html = await readFile(join(dist, path.endsWith(".html") ? path : `${path}index.html`), "utf8");
      return { path, html, document: domino.createDocument(html) };
    }),
  );
  return pages;
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
