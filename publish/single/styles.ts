import { readFile } from "node:fs/promises";
import type { DefaultTreeAdapterTypes } from "parse5";
import type { Mistake } from "../../mistakes/mistake.ts";
import { locate } from "../address.ts";
import { readText } from "../built-site.ts";
import { Obstacles } from "../folder/obstacle.ts";
import { embedFonts, type MoreCharacters } from "./fonts/embed.ts";
import { inlineAddresses } from "./part.ts";
import type { Contents } from "./single-file.ts";

/** The stylesheets of all pages of a file as one, with their fonts and pictures inside, and the file's own style. */
export async function inlineStyles(
  { host, members, places: { site } }: Contents,
  page: DefaultTreeAdapterTypes.Document,
  more: MoreCharacters,
): Promise<{ readonly css: string; readonly obstacles: readonly Mistake[] }> {
  const paths = new Set(
    [host, ...members].flatMap(({ path, kept }) =>
      kept.flatMap(({ name, attributes }) => {
        if (name !== "link" || !attributes.get("rel")?.value.includes("stylesheet")) return [];
        const target = locate(site, path, attributes.get("href")?.value ?? "");
        return target.kind === "file" ? [target.path] : [];
      }),
    ),
  );
  const sheets: string[] = [];
  const found: Mistake[] = [];
  for (const path of paths) {
    const css = await embedFonts(site, { path, css: await readText(site, path) }, page, more);
    const obstacles = new Obstacles(site, path, css);
    sheets.push(await inlineAddresses(css, { site, from: path, offset: 0, obstacles }));
    found.push(...obstacles.found);
  }
  const own = await readFile(new URL("single.css", import.meta.url), "utf8");
  return { css: [...sheets, own].join("\n"), obstacles: found };
}
