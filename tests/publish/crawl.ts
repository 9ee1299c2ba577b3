import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { listFiles } from "../site/page-list.ts";

/** Everything that goes wrong in a page opened from disk, and every request that leaves its folder. */
export function collectDiskComplaints(page: Page, folder: string): string[] {
  const complaints: string[] = [];
  const home = `${pathToFileURL(folder).href}/`;
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => {
    complaints.push(`failed: ${request.url()} (${request.failure()?.errorText})`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(home) && !/^(data|blob):/.test(url)) complaints.push(`outside the folder: ${url}`);
  });
  return complaints;
}

/** The pages that a crawl opened, as paths in the folder, and the links that lead nowhere. */
export interface Crawled {
  readonly visited: ReadonlySet<string>;
  readonly faults: readonly string[];
}

/** A link of a page, as the browser resolves it. */
interface Link {
  readonly page: string;
  readonly href: string;
}

/**
 * Opens every page of a folder, and follows every link to a file and to a place in it. Of the pages that only lead on,
 * the first `signposts` are opened; of the others, where they lead is read.
 */
export async function crawl(page: Page, folder: string, signposts: number): Promise<Crawled> {
  const pages = (await listFiles(folder)).filter((file) => file.endsWith(".html"));
  const places = new Map<string, ReadonlySet<string>>();
  const links: Link[] = [];
  let opened = 0;
  for (const path of pages) {
    const { href } = pathToFileURL(join(folder, path));
    const next = nextOf(await readFile(join(folder, path), "utf8"), href);
    if (next !== undefined) {
      links.push({ page: path, href: next });
      if (++opened > signposts) continue;
      await page.goto(href);
      await page.waitForURL(next);
      continue;
    }
    await page.goto(href);
    const seen = await page.evaluate(readPage);
    places.set(path, new Set(seen.ids));
    links.push(...seen.hrefs.map((link) => ({ page: path, href: link })));
  }
  const faults = links.flatMap((link) => faultOf(link, folder, places));
  return { visited: new Set(pages), faults };
}

/** Where a page leads on to, if that is all it does. */
function nextOf(html: string, href: string): string | undefined {
  const address = /http-equiv="refresh" content="0; url=([^"]*)"/.exec(html)?.[1];
  return address && new URL(address.replaceAll("&amp;", "&"), href).href;
}

function readPage() {
  const anchors = [...document.querySelectorAll<HTMLAnchorElement>("a[href]")];
  return {
    ids: [...document.querySelectorAll("[id]")].map(({ id }) => id),
    hrefs: anchors.map(({ href }) => href),
  };
}

function faultOf({ page, href }: Link, folder: string, places: ReadonlyMap<string, ReadonlySet<string>>) {
  const { protocol, hash } = new URL(href);
  if (protocol === "https:" || protocol === "http:" || protocol === "mailto:") return [];
  const path = pathIn(folder, href);
  if (path === undefined) return [`${page}: ${href} leaves the folder`];
  if (!existsSync(join(folder, path)) || path.endsWith("/") || path === "") {
    return [`${page}: ${href} is no file`];
  }
  const place = decodeURIComponent(hash.slice(1));
  const ids = places.get(path);
  return place === "" || ids === undefined || ids.has(place) ? [] : [`${page}: ${href} is no place`];
}

function pathIn(folder: string, href: string): string | undefined {
  const file = fileURLToPath(href.replace(/[?#].*$/, ""));
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : undefined;
}
