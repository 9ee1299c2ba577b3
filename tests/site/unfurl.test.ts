import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import openGraphScraper from "open-graph-scraper";
import { unfurl } from "unfurl.js";
import { readPages } from "./page-list.ts";
import { expect, isFull, test } from "./test.ts";

/** What a link shows, as one of the unfurlers reads it. */
interface Shown {
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly image: string | undefined;
}

/** The address that the site was built for; the test's server puts its own in its place. */
const configured = "https://course.example";

/**
 * Well-kept unfurlers of npm. Neither follows `<link rel="canonical">`, as Discourse's preview does; the third one
 * goes there first and reads what stands there with one of the two.
 */
const unfurlers: Readonly<Record<string, (url: string) => Promise<Shown>>> = {
  "unfurl.js": async (url) => {
    const { open_graph: graph, title } = await unfurl(url);
    const [image] = graph?.images ?? [];
    return { title: graph?.title ?? title, description: graph?.description, image: image?.url };
  },
  "open-graph-scraper": scrape,
  "an unfurler that follows canonical": async (url) => scrape(await followCanonical(url)),
};

test.use({ siteName: "based" });

for (const [name, read] of Object.entries(unfurlers)) {
  test(`${name} shows the title, the text and the picture of every tag`, async ({ site }) => {
    test.setTimeout(4 * 60_000);
    await serving(site.dist, site.base, async (origin) => {
      const pages = (await readPages(site.dist)).filter(({ path }) => /^t\/\w+\/$/.test(path));
      expect(pages.length).toBeGreaterThan(100);
      for (const { path, document } of pages.filter((_, index) => isFull || index % 12 === 0)) {
        const url = `${origin}${site.base}${path}`;
        const { title, description, image } = await read(url);
        expect(title, path).toBe(document.querySelector("h1")?.textContent);
        expect(description, path).toBe(document.querySelector(".lead")?.textContent);
        expect(image, path).toMatch(new RegExp(`^${origin}${site.base}cards/[\\w-]+\\.png\\?[0-9a-f]{8}$`));
        expect(await isCard(image ?? ""), path).toBe(true);
      }
    });
  });
}

test("a page of a tag names itself as canonical, and is not left when its canonical address is followed", async ({
  site,
}) => {
  await serving(site.dist, site.base, async (origin) => {
    const url = `${origin}${site.base}t/64YJ/`;
    expect(await followCanonical(url)).toBe(url);
  });
});

test("a problem's page has its problem's picture, and pages without an item have none", async ({ site }) => {
  await serving(site.dist, site.base, async (origin) => {
    const [problem, tag] = [
      await scrape(`${origin}${site.base}homework/problem-2/`),
      await scrape(`${origin}${site.base}t/64YJ/`),
    ];
    expect(problem.image).toBe(tag.image);
    expect(problem.title).toBe(tag.title);
    expect((await scrape(`${origin}${site.base}topics/`)).image).toBeUndefined();
  });
});

async function scrape(url: string): Promise<Shown> {
  const { result } = await openGraphScraper({ url });
  return { title: result.ogTitle, description: result.ogDescription, image: result.ogImage?.[0]?.url };
}

/** The address that a page calls its own, as Discourse's preview asks for it before it reads anything else. */
async function followCanonical(url: string): Promise<string> {
  const html = await (await fetch(url)).text();
  return /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? url;
}

async function isCard(url: string): Promise<boolean> {
  const response = await fetch(url);
  const image = Buffer.from(await response.arrayBuffer());
  const size = [image.readUInt32BE(16), image.readUInt32BE(20)];
  return (
    response.headers.get("content-type") === "image/png" &&
    size.join("×") === "1200×630" &&
    image.length < 200_000
  );
}

/** Serves a site as if it had been built for the address at which it is served. */
async function serving(dist: string, base: string, use: (origin: string) => Promise<void>): Promise<void> {
  let origin = "";
  const server: Server = createServer(async ({ url = "/" }, response) => {
    const path = new URL(url, "http://site").pathname.slice(base.length);
    const file = await readFile(
      join(dist, path.endsWith("/") || path === "" ? `${path}index.html` : path),
    ).catch(() => undefined);
    if (file === undefined) return response.writeHead(404).end();
    const isImage = path.endsWith(".png");
    response.setHeader("Content-Type", isImage ? "image/png" : "text/html; charset=utf-8");
    return response.end(isImage ? file : file.toString().replaceAll(configured, origin));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    await use(origin);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
