import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { init, parse } from "es-module-lexer";
import { parseElements } from "../html.ts";

/** Files of a built site by when a reader's browser keeps them; what is in neither list is left to the network. */
export interface SortedFiles {
  /** At once: pages, styles, fonts, pictures, the search and its index, whatever a page without a figure can load. */
  readonly kept: readonly string[];
  /** What runs the experiments, tf.js among it. */
  readonly later: readonly string[];
}

/**
 * Files that no reader's browser asks for: pictures for link previews, data for other programs, older formats of
 * fonts, and the page about missing pages, which is the server's to show.
 */
const forOthers = /^cards\/|\.(?:json|woff|ttf)$|^404\.html$/;

/** Sorts them by what the pages and their scripts name; `assets` is the folder of what was bundled. */
export async function sortFiles(
  folder: string,
  files: readonly string[],
  assets: string,
): Promise<SortedFiles> {
  await init;
  const wanted = files.filter((path) => !forOthers.test(path));
  const chunks = new Set(wanted.filter((path) => path.startsWith(assets) && path.endsWith(".js")));
  const entries = await readEntries(folder, files, chunks);
  const atOnce = await reach(folder, entries, chunks);
  // what was bundled for figures is of no use in a course that shows none
  const hasFigures = entries.some(({ isOfFigures }) => isOfFigures);
  return {
    kept: wanted.filter((path) => !chunks.has(path) || atOnce.has(path)),
    later: hasFigures ? [...chunks].filter((path) => !atOnce.has(path)) : [],
  };
}

/** A script that pages start; `isOfFigures` where only pages that have a figure do. */
interface Entry {
  readonly path: string;
  readonly isOfFigures: boolean;
}

async function readEntries(
  folder: string,
  files: readonly string[],
  chunks: ReadonlySet<string>,
): Promise<Entry[]> {
  const started = new Set<string>();
  const elsewhere = new Set<string>();
  for (const path of files.filter((each) => each.endsWith(".html"))) {
    const page = await readFile(join(folder, path), "utf8");
    const elements = page.includes('type="module"') ? parseElements(page) : [];
    const hasFigure = elements.some(({ name }) => name === "ansatz-figure");
    for (const { name, attributes } of elements) {
      const source = name === "script" ? attributes.get("src")?.value : undefined;
      const file = source && [...chunks].find((chunk) => source.endsWith(`/${chunk}`));
      if (!file) continue;
      started.add(file);
      if (!hasFigure) elsewhere.add(file);
    }
  }
  return [...started].map((path) => ({ path, isOfFigures: !elsewhere.has(path) }));
}

/** The scripts that entries load; of the figures' own only what they cannot start without. */
async function reach(folder: string, entries: readonly Entry[], chunks: ReadonlySet<string>) {
  const reached = new Set<string>();
  const pending = [...entries];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { path, isOfFigures } = next;
    if (reached.has(path) || !chunks.has(path)) continue;
    reached.add(path);
    const [imports] = parse(await readFile(join(folder, path), "utf8"), path);
    for (const { n: specifier, d: position } of imports) {
      if (specifier === undefined || (position >= 0 && isOfFigures)) continue;
      pending.push({ path: posix.join(posix.dirname(path), specifier), isOfFigures });
    }
  }
  return reached;
}
