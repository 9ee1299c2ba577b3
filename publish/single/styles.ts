import { readFile } from "node:fs/promises";
import type { DefaultTreeAdapterTypes } from "parse5";
import type { Mistake } from "../../mistakes/mistake.ts";
import { type BuiltSite, readText } from "../built-site.ts";
import { Obstacles } from "../folder/obstacle.ts";
import { embedFonts, type MoreCharacters } from "./fonts/embed.ts";
import { inlineAddresses } from "./part.ts";

/** The stylesheets of a file as one, with their fonts and pictures inside, and the file's own style. */
export async function inlineStyles(
  site: BuiltSite,
  paths: ReadonlySet<string>,
  documents: Iterable<DefaultTreeAdapterTypes.Document>,
  more: MoreCharacters,
): Promise<{ readonly css: string; readonly obstacles: readonly Mistake[] }> {
  const files = await Promise.all(
    [...paths].map(async (path) => ({ path, css: await readText(site, path) })),
  );
  const sheets: string[] = [];
  const found: Mistake[] = [];
  for (const { path, css } of await embedFonts(site, files, documents, more)) {
    const obstacles = new Obstacles(site, path, css);
    sheets.push(await inlineAddresses(css, { site, from: path, offset: 0, obstacles }));
    found.push(...obstacles.found);
  }
  const own = await readFile(new URL("single.css", import.meta.url), "utf8");
  return { css: [...sheets, own].join("\n"), obstacles: found };
}
