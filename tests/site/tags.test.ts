import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { AnchorsFile } from "../../anchors/anchors-file.ts";
import { expect, test } from "./test.ts";

test.use({ siteName: "moved" });

/** A page of somebody else's that links to a tag. */
const forum = (link: string) => `data:text/html,<title>Forum</title><a href="${link}">look</a>`;

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with a script" : "without one", () => {
    test.use({ javaScriptEnabled });

    test("a tag's page forwards at once, and Back returns to where the link was", async ({ page, site }) => {
      await page.goto(forum(`${site.url}t/737M/`));
      await page.getByText("look").click();
      await page.waitForURL("**/homework/coins/");
      await page.goBack();
      await expect(page).toHaveTitle("Forum");
    });
  });
}

test("a tag's page takes the query and, for a whole problem, the place along", async ({ page }) => {
  await page.goto("t/7Y33/?walk.steps=3&as-of=2026-01-01#elsewhere");
  await page.waitForURL("**/homework/coins/?walk.steps=3&as-of=2026-01-01#eq:both");
  await page.goto("t/737M/#b");
  await page.waitForURL("**/homework/coins/#b");
});

test("a tag resolves in any letter case", async ({ page }) => {
  for (const written of ["7y33/", "7Y33/", "7y33", "7Y33/index.html"]) {
    await page.goto("about:blank");
    await page.goto(`t/${written}`);
    await page.waitForURL("**/homework/coins/#eq:both");
  }
  await page.goto("t/737m/?as-of=2026-01-01#b");
  await page.waitForURL("**/homework/coins/?as-of=2026-01-01#b");
});

test("a tag that is none stays where it is, and says so", async ({ page }) => {
  await page.goto("t/zzzz/");
  expect(page.url()).toMatch(/\/t\/zzzz\/$/);
  await page.goto("t/2222/");
  await expect(page.locator("h1")).toHaveText("There is no such page");
  await page.goto("t/zzz2/");
  await page.goto("t/ZZZ2/");
  await page.goto("t/XXX2/");
  await expect(page.locator("main")).toContainText("There is no permanent tag XXX2 in this course.");
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("an address in the wrong case says how tags are written", async ({ page }) => {
    await page.goto("t/7y33/");
    await expect(page.locator("main")).toContainText(
      "A permanent tag stands in its address in capital letters, as /course/t/7K3F/.",
    );
  });
});

test("the page of a withdrawn tag stays, explains, and leads on", async ({ page, site }) => {
  const { anchors } = await readAnchors(site.dist);
  const withdrawn = anchors.find(({ state }) => state === "withdrawn");
  expect(withdrawn?.description).toMatch(/^Joined to part \(b\) \(\d{4}-\d\d-\d\d\)$/);
  await page.goto(withdrawn?.page ?? "");
  await expect(page.locator("h1")).toHaveText("This part was withdrawn");
  await page.getByRole("link", { name: "Coins that are tossed (b): One toss" }).click();
  await page.waitForURL("**/homework/coins/#b");
});

test("anchors.json tells every tag with its page, its address and what it is about", async ({
  page,
  site,
}) => {
  const { version, course, site: address, anchors } = await readAnchors(site.dist);
  expect([version, course, address]).toEqual([1, "Chance", "https://course.example/course/"]);
  expect(anchors).toHaveLength(16);
  expect(new Set(anchors.map(({ title }) => title)).size).toBe(anchors.length);
  for (const anchor of anchors.filter(({ state }) => state === "live")) {
    expect(anchor.hash, anchor.tag).toMatch(/^[\da-f]{16}$/);
    await page.goto(anchor.page);
    await page.waitForURL(`${site.url}${anchor.address}`);
    const [, id = ""] = anchor.address.split("#");
    await expect(page.locator(id === "" ? "h1" : `[id="${id}"]`).first()).toBeAttached();
  }
  const both = anchors.find(({ tag }) => tag === "7Y33");
  expect(both).toMatchObject({
    kind: "equation",
    page: "t/7Y33/",
    address: "homework/coins/#eq:both",
    former: [],
    title: "Coins that are tossed, equation (1)",
    description: "In “Coins that are tossed”: p² = 1/4",
    corrections: ["2026-09-15", "2026-03-01"],
  });
  expect(anchors.find(({ tag }) => tag === both?.part)?.address).toBe("homework/coins/#a");
  expect(anchors.find(({ address: at }) => at === "seminar/dice/#b")?.former).toEqual(["homework/dice/#b"]);
});

async function readAnchors(dist: string): Promise<AnchorsFile> {
  return JSON.parse(await readFile(join(dist, "anchors.json"), "utf8")) as AnchorsFile;
}
