import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { listFiles } from "../site/page-list.ts";
import { type DiskPage, until } from "./disk-page.ts";

/** Everything that goes wrong in a page opened from disk, and every request that leaves its folder. */
export function collectDiskComplaints(page: Page, folder: string): string[] {
  const complaints: string[] = [];
  const home = `${pathToFileURL(folder).href}/`;
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // a page that is left stops what it was loading; what is missing or refused has another reason
    if (why === "net::ERR_ABORTED") return;
    complaints.push(`failed: ${request.url()} (${why})`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(home) && !/^(data|blob):/.test(url)) complaints.push(`outside the folder: ${url}`);
  });
  return complaints;
}

/** How many pages with a text a crawl has opened, and the links that lead nowhere. */
export interface Crawled {
  readonly opened: number;
  readonly faults: readonly string[];
}

/** A link of a page, as the browser resolves it. */
interface Link {
  readonly page: string;
  readonly href: string;
}

/** How many pages a crawl opens; the links of the others are read from their text. */
export interface Sample {
  /** Of the pages with a text. */
  readonly texts: number;
  /** Of the pages that only lead on. */
  readonly signposts: number;
}

/** Opens every page of a folder, and follows every link to a file and to a place in it. */
export async function crawl(page: DiskPage, folder: string, sample: Sample): Promise<Crawled> {
  const pages = (await listFiles(folder)).filter((file) => file.endsWith(".html"));
  const places = new Map<string, ReadonlySet<string>>();
  const links: Link[] = [];
  const faults: string[] = [];
  const left = { ...sample };
  for (const path of pages) {
    const { href } = pathToFileURL(join(folder, path));
    const next = nextOf(await readFile(join(folder, path), "utf8"), href);
    if (next !== undefined) {
      links.push({ page: path, href: next });
      if (left.signposts-- > 0) await follow(page, href, next);
    } else if (left.texts-- > 0) {
      await page.goto(href);
      await until(`the figures in sight of ${path}`, () => page.evaluate(isAtRest));
      const seen = await page.evaluate(readPage);
      faults.push(...seen.malformed.map((name) => `${path}: <${name}> with a wrong number of children`));
      places.set(path, new Set(seen.ids));
      links.push(...seen.hrefs.map((link) => ({ page: path, href: link })));
    }
  }
  faults.push(...links.flatMap((link) => faultOf(link, folder, places)));
  return { opened: places.size, faults };
}

/** Opens a page that only leads on, and waits until it has. */
async function follow(page: DiskPage, href: string, next: string): Promise<void> {
  // the browser may go on before the first page is said to be there
  await page.goto(href).catch(() => undefined);
  await until(`${href} to lead on`, async () => page.url() === next);
}

/** Where a page leads on to, if that is all it does. */
function nextOf(html: string, href: string): string | undefined {
  const address = /http-equiv="refresh" content="0; url=([^"]*)"/.exec(html)?.[1];
  return address && new URL(address.replaceAll("&amp;", "&"), href).href;
}

/** A page that is left while a figure's scripts are on their way would complain of them. */
function isAtRest(): boolean {
  return document.readyState === "complete" && document.querySelector('[data-state="loading"]') === null;
}

function readPage() {
  const anchors = [...document.querySelectorAll<HTMLAnchorElement>("a[href]")];
  const pairs = document.querySelectorAll("mfrac, msub, msup, mroot, munder, mover");
  const triples = document.querySelectorAll("msubsup, munderover");
  return {
    ids: [...document.querySelectorAll("[id]")].map(({ id }) => id),
    hrefs: anchors.map(({ href }) => href),
    malformed: [
      ...[...pairs].filter(({ childElementCount }) => childElementCount !== 2),
      ...[...triples].filter(({ childElementCount }) => childElementCount !== 3),
    ].map(({ localName }) => localName),
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
