import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Mistake } from "../../mistakes/mistake.ts";
import { collectComplaints } from "./complaints.ts";
import { house } from "./course-folder.ts";
import { wakeFigures } from "./figures.ts";
import { readPages } from "./page-list.ts";
import { refusals } from "./sites.ts";
import { expect, test } from "./test.ts";

test("every page has a Content-Security-Policy that allows no inline script and no other host", async ({
  site,
}) => {
  for (const { path, document } of await readPages(site.dist)) {
    const meta = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
    const policy = meta?.getAttribute("content") ?? "";
    const rules = new Map(policy.split("; ").map((rule) => [rule.split(" ")[0], rule]));
    expect(rules.get("default-src"), path).toBe("default-src 'none'");
    expect(rules.get("script-src"), path).toMatch(/^script-src 'self'( 'sha256-[\w+/=]+')*$/);
    expect(rules.get("style-src"), path).toBe("style-src 'self'");
    expect(policy, path).not.toMatch(/https?:|\*|unsafe-eval/);
  }
});

test("the Content-Security-Policy stands before whatever it has to govern", async ({ site }) => {
  for (const { path, html } of await readPages(site.dist)) {
    const policy = html.indexOf("Content-Security-Policy");
    for (const element of ["<script", "<link", "<style", "<body"]) {
      const at = html.indexOf(element);
      if (at >= 0) expect(policy, `${element} in ${path}`).toBeLessThan(at);
    }
  }
});

test.describe("in a course whose contributor tries to run scripts", () => {
  test.use({ siteName: "hostile" });

  test("each attack is refused at its place, or becomes a page", async ({ site }) => {
    const attacks = await readdir(join(house, "tests/fixtures/hostile/content"));
    const refused = await readRefusals(site.root);
    const pages = (await readPages(site.dist)).map(({ path }) => path);
    expect(attacks.length).toBeGreaterThan(50);
    for (const attack of attacks.filter((name) => !/^(course\.yaml|set)$/.test(name))) {
      const name = attack.replace(/\.md$/, "");
      const isPage = pages.includes(`${name}/`);
      const places = refused.filter(({ file }) => file.startsWith(`content/${attack}`));
      expect(isPage || places.length > 0, `${attack} is neither refused nor shown`).toBe(true);
      for (const { line, column, hint } of places) {
        expect(Math.min(line, column), attack).toBeGreaterThanOrEqual(1);
        expect(hint, attack).not.toBe("");
      }
    }
  });

  for (const name of [
    "script-element",
    "event-handler",
    "svg",
    "frame",
    "style-element",
    "javascript-link",
  ]) {
    test(`the attack “${name}” is refused`, async ({ site }) => {
      const refused = await readRefusals(site.root);
      const rules = refused.filter(({ file }) => file === `content/${name}.md`).map(({ rule }) => rule);
      expect(rules).toContain(name === "javascript-link" ? "unsafe-link" : "unsafe-html");
    });
  }

  test("no page holds an element, an attribute or an address that could run something", async ({ site }) => {
    const found: string[] = [];
    for (const { path, document } of await readPages(site.dist)) {
      const elements = Array.from(document.querySelectorAll("*"));
      found.push(...elements.flatMap(dangersOf).map((danger) => `${path}: ${danger}`));
    }
    expect(found).toEqual([]);
  });

  for (const bypassCSP of [false, true]) {
    test.describe(
      bypassCSP ? "without the Content-Security-Policy" : "under its Content-Security-Policy",
      () => {
        test.use({ bypassCSP });

        test("nothing of the contributor's runs or is fetched on any page", async ({ site, page }) => {
          await page.addInitScript(setTrap);
          const complaints = collectComplaints(page, site.url);
          for (const { path } of await readPages(site.dist)) {
            await page.goto(path);
            await wakeFigures(page);
            await page.evaluate(provoke);
            const sprung = await page.evaluate(() => (globalThis as { sprung?: unknown[] }).sprung);
            expect(sprung, path).toEqual([]);
            expect(complaints.splice(0), path).toEqual([]);
          }
        });
      },
    );
  }

  test("a picture opened at its own address runs nothing", async ({ site, page }) => {
    await page.addInitScript(setTrap);
    const response = await page.goto(`${site.url}picture/evil.svg`);
    const sprung = await page.evaluate(() => (globalThis as { sprung?: unknown[] }).sprung);
    expect(response?.status() === 404 || sprung?.length === 0).toBe(true);
  });
});

/** Runs before a page's own scripts: whatever an attack calls is written down. */
function setTrap(): void {
  const sprung: unknown[] = [];
  Object.assign(globalThis, { sprung, trap: (what: unknown) => sprung.push(what ?? "") });
}

/** Runs in the page: opens what is folded, passes over and presses whatever an attack may have made. */
function provoke(): void {
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const element of document.querySelectorAll<HTMLElement>("main :not(ansatz-figure *)")) {
    element.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
    const href = element.getAttribute("href");
    if (href === null) element.dispatchEvent(new MouseEvent("click", { bubbles: false }));
    else if (/^\s*\w*script:/i.test(href)) element.click();
  }
}

/** What in an element could run something or leave the site, in words. */
function dangersOf(element: Element): string[] {
  const name = element.tagName.toLowerCase();
  const forbidden = ["iframe", "object", "embed", "base", "style", "form", "animate", "foreignobject"];
  const isInline =
    name === "script" && !element.hasAttribute("src") && element.parentElement?.tagName !== "HEAD";
  const dangers = forbidden.includes(name) || isInline ? [`<${name}>`] : [];
  for (const { name: attribute, value } of Array.from(element.attributes)) {
    const isHandler = /^on/i.test(attribute);
    const isAddress = ["href", "src", "srcset", "action", "data", "poster", "xlink:href"].includes(attribute);
    const leaves = isAddress && name !== "a" && /^\s*(https?:)?\/\//i.test(value);
    const runs = isAddress && /^\s*(javascript|vbscript|data:text)/i.test(value);
    const paints = attribute === "style" && /url\(|@import/i.test(value);
    if (isHandler || leaves || runs || paints) dangers.push(`<${name} ${attribute}="${value.slice(0, 60)}">`);
  }
  return dangers;
}

async function readRefusals(root: string): Promise<readonly Mistake[]> {
  return JSON.parse(await readFile(join(root, refusals), "utf8")) as readonly Mistake[];
}
