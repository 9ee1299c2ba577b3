import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { listFiles, type PageFile, readPages } from "./page-list.ts";
import { expect, test } from "./test.ts";

/** An address that a page names: a link, a picture, a script, a style sheet. */
interface Reference {
  readonly from: string;
  readonly to: URL;
  readonly written: string;
}

/** Attributes that name an address. */
const addresses = [
  ["a", "href"],
  ["area", "href"],
  ["link", "href"],
  ["script", "src"],
  ["img", "src"],
  ["source", "src"],
  ["iframe", "src"],
  ["use", "href"],
] as const;

const host = "http://site.test";

for (const siteName of ["reference", "based"] as const) {
  test.describe(siteName === "based" ? "under a base path" : "at the root of a host", () => {
    test.use({ siteName });

    test("every link leads to a page that exists, and every fragment to an id in it", async ({ site }) => {
      const pages = await readPages(site.dist);
      const broken = pages
        .flatMap((page) => referencesOf(page, site.base))
        .filter(({ to }) => to.origin === host)
        .filter(({ to }) => to.pathname.endsWith("/") || to.pathname.endsWith(".html"))
        .filter((reference) => !leadsSomewhere(reference, pages, site.base));
      expect(broken.map(({ from, written }) => `${from}: ${written}`)).toEqual([]);
    });

    test("every file that a page or a style sheet names is there", async ({ site }) => {
      const pages = await readPages(site.dist);
      const named = pages.flatMap((page) => referencesOf(page, site.base));
      const styles = await referencesOfStyles(site.dist, site.base);
      const missing: string[] = [];
      for (const { from, to, written } of [...named, ...styles]) {
        const isFile = to.origin === host && !to.pathname.endsWith("/");
        const path = join(site.dist, decodeURIComponent(to.pathname.slice(site.base.length)));
        if (isFile && !(await stat(path).catch(() => undefined))?.isFile())
          missing.push(`${from}: ${written}`);
      }
      expect(missing).toEqual([]);
    });

    test("every address of the site lies under its base", async ({ site }) => {
      const pages = await readPages(site.dist);
      const references = [
        ...pages.flatMap((page) => referencesOf(page, site.base)),
        ...(await referencesOfStyles(site.dist, site.base)),
      ];
      const outside = references.filter(({ to }) => to.origin === host && !to.pathname.startsWith(site.base));
      expect(references.length).toBeGreaterThan(100);
      expect(outside.map(({ from, written }) => `${from}: ${written}`)).toEqual([]);
    });
  });
}

test.describe("under a base path", () => {
  test.use({ siteName: "based" });

  test("canonical addresses and previews name the host and the base", async ({ site }) => {
    for (const { path, document } of await readPages(site.dist)) {
      if (path === "404.html") continue;
      const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
      expect(canonical).toBe(`https://course.example${site.base}${path}`);
      const preview = document.querySelector('meta[property="og:url"]')?.getAttribute("content");
      expect(preview).toBe(canonical);
    }
  });

  test("the pages load without a failed request, and links lead on under the base", async ({
    site,
    page,
  }) => {
    const failed: string[] = [];
    page.on("response", (response) => response.status() >= 400 && failed.push(response.url()));
    await page.goto(site.url);
    await page.getByRole("link", { name: "Comparing distributions" }).first().click();
    await expect(page.locator("#fig-gaussian-fit ansatz-figure")).toHaveCount(1);
    await page.locator("#fig-gaussian-fit ansatz-figure").scrollIntoViewIfNeeded();
    await expect(page.locator("#fig-gaussian-fit ansatz-figure")).toHaveAttribute("data-state", "live");
    expect(new URL(page.url()).pathname).toBe(`${site.base}homework/problem-2/`);
    expect(failed).toEqual([]);
  });
});

function referencesOf({ path, document }: PageFile, base: string): Reference[] {
  return addresses.flatMap(([element, attribute]) =>
    Array.from(document.querySelectorAll(`${element}[${attribute}]`)).flatMap((each) => {
      const written = each.getAttribute(attribute) ?? "";
      return [{ from: path, written, to: new URL(written, `${host}${base}${path}`) }];
    }),
  );
}

async function referencesOfStyles(dist: string, base: string): Promise<Reference[]> {
  const sheets = (await listFiles(dist)).filter((file) => file.endsWith(".css"));
  const texts = await Promise.all(sheets.map((file) => readFile(join(dist, file), "utf8")));
  return texts.flatMap((text, index) =>
    Array.from(text.matchAll(/url\((["']?)([^"')]+)\1\)/g), ([, , written = ""]) => {
      const from = sheets[index] ?? "";
      return { from, written, to: new URL(written, `${host}${base}${from}`) };
    }),
  );
}

/** Whether the page of a link is there, and in it the id that its fragment names. */
function leadsSomewhere({ to }: Reference, pages: readonly PageFile[], base: string): boolean {
  const path = decodeURIComponent(to.pathname.slice(base.length));
  const target = pages.find((page) => page.path === path);
  const id = decodeURIComponent(to.hash.slice(1));
  // domino, unlike a browser, finds `undefined` and not `null`
  return target !== undefined && (id === "" || Boolean(target.document.getElementById(id)));
}
