import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { findElement, type PageElement, parseElements } from "../html.ts";

/** What the first page says of the site. */
export interface FirstPage {
  /** What the pages were built from. */
  readonly build: string;
  /**
   * The folder of scripts and styles whose names hold digests, as the configuration calls it (`build.assets`), with a
   * slash at its end: where the page's stylesheet is. Where there is none, what no path begins with.
   */
  readonly assets: string;
}

/** Reads it; a page of the course's own need not say anything. */
export async function readFirstPage(folder: string): Promise<FirstPage> {
  const page = parseElements(await readFile(join(folder, "index.html"), "utf8"));
  const build = findElement(page, "meta", "content", ["name", "ansatz-build"]) ?? "";
  const base = findElement(page, "html", "data-root") ?? "/";
  const named = page.filter(isAsset).map(({ attributes }) => {
    const address = attributes.get("href")?.value ?? attributes.get("src")?.value ?? "";
    return address.startsWith(base) ? posix.dirname(address.slice(base.length)) : ".";
  });
  const assets = named.find((each) => each !== ".");
  return { build, assets: assets === undefined ? "//" : `${decodeURI(assets)}/` };
}

function isAsset({ name, attributes }: PageElement): boolean {
  if (name === "link") return attributes.get("rel")?.value.includes("stylesheet") ?? false;
  return name === "script" && attributes.get("type")?.value === "module";
}
