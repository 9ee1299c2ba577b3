import type { Page } from "@playwright/test";
import { readOldLinks } from "./moved-course.ts";
import { expect, test } from "./test.ts";

test.use({ siteName: "moved" });

/** What every old address led to: a text that stands there, or the reason why it is no more. */
const meanings: Readonly<Record<string, string>> = {
  "homework/coins": "Coins that are tossed",
  "homework/coins#a": "coins-one",
  "homework/coins#b": "coins-two",
  "homework/coins#c": "Joined to part (b)",
  "homework/coins#eq:toss": "coins-one",
  "homework/coins#eq:both": "coins-two",
  "homework/dice": "Throwing dice",
  "homework/dice#a": "dice-one",
  "homework/dice#b": "dice-two",
  "homework/dice#a-slug-of-its-own": "dice-slug",
  "homework/walks": "Random walks",
  "homework/walks#a": "walks-return",
  "homework/walks#b": "walks-drift",
  "homework/walks#eq:drift": "walks-drift",
  "seminar/urns": "Urns",
  "seminar/urns#a": "urns-replaced",
  homework: "Homework",
  seminar: "Seminar",
};

test("every tag leads to what it was given for, or says why that is gone", async ({ page, site }) => {
  const { tags } = await readOldLinks(site.root);
  expect(tags).toHaveLength(15);
  for (const { tag, address } of tags) {
    await page.goto(`t/${tag}/`);
    await expectMeaning(page, address);
  }
});

test("every old address and every old place in a page leads there too, or explains", async ({
  page,
  site,
}) => {
  const { pages } = await readOldLinks(site.root);
  const links = pages.flatMap(({ address, ids }) => [
    [address, `${address}/`],
    ...ids.map((id) => [`${address}#${id}`, `${address}/#${id}`]),
  ]);
  expect(links.map(([meaning]) => meaning).toSorted()).toEqual(Object.keys(meanings).toSorted());
  for (const [meaning = "", link = ""] of links) {
    await page.goto("about:blank");
    const response = await page.goto(link);
    expect(response?.status(), link).toBe(200);
    await expectMeaning(page, meaning);
  }
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("every tag and every old page still lead on, and a place that moved says where", async ({
    page,
    site,
  }) => {
    const { tags, pages } = await readOldLinks(site.root);
    for (const { tag, address } of tags) {
      await page.goto(`t/${tag}/`);
      await expect(page.locator("body"), address).toContainText(meanings[address] ?? address);
    }
    for (const { address } of pages) {
      await page.goto(`${address}/`);
      await expect(page.locator("h1"), address).toHaveText(meanings[address] ?? address);
    }
    await page.goto("homework/walks/#b");
    await expect(page.locator(":target")).toHaveText("What stood at #b is now Walks with a drift (a): Drift");
    await expect(page.locator(":target")).toBeInViewport();
  });
});

test("`ansatz anchors --since` lists what was added, moved and retired, and nothing lost", async ({
  site,
}) => {
  const { changes } = await readOldLinks(site.root);
  expect(changes).toContain("1 added, 7 moved, 1 retired, 0 lost");
  expect(changes).toMatch(/^moved {4}\w{4} homework\/dice → seminar\/dice$/m);
  expect(changes).toMatch(/^retired {2}\w{4} homework\/coins#c: Joined to part \(b\)$/m);
});

/** Where a reader stands shows what the old address led to: in its section, or in what is said there about it. */
async function expectMeaning(page: Page, address: string): Promise<void> {
  const meaning = meanings[address] ?? "";
  await expect
    .poll(
      async () => (await page.evaluate(readPlace).catch(() => [])).some((text) => text.includes(meaning)),
      { message: `${address} → ${page.url()}` },
    )
    .toBe(true);
}

/** Runs in the page: the section that the address names, what is said of it, and the section that a notice leads to. */
function readPlace(): string[] {
  const sectionOf = (id: string): string => {
    const parts = [...document.querySelectorAll(".prose > :is(h2, h3)")];
    const target = document.getElementById(id);
    if (target === null) return document.querySelector("h1")?.textContent ?? "";
    if (!target.closest(".prose")) return target.textContent ?? "";
    const follows = (a: Element, b: Element) => a === b || (a.compareDocumentPosition(b) & 4) > 0;
    const start = parts.filter((part) => follows(part, target)).at(-1);
    const end = parts.find((part) => start && part !== start && follows(start, part));
    const range = document.createRange();
    range.setStartBefore(start ?? target);
    if (end) range.setEndBefore(end);
    else range.setEndAfter(document.querySelector(".prose") ?? target);
    return range.toString();
  };
  const notices = [...document.querySelectorAll<HTMLAnchorElement>(".arrival-notice a")];
  const led = notices
    .filter(({ pathname }) => pathname === location.pathname)
    .map(({ hash }) => sectionOf(hash.slice(1)));
  const lead = location.pathname.includes("/t/")
    ? (document.querySelector("main .lead")?.textContent ?? "")
    : "";
  return [sectionOf(decodeURIComponent(location.hash.slice(1))), lead, ...led];
}
