import type { Page } from "@playwright/test";
import { expect, test } from "./test.ts";

test.use({ siteName: "moved" });

const hint = "homework/coins/#eq:both";

test("the target opens whatever encloses it, and is scrolled into sight", async ({ page }) => {
  await page.goto(hint);
  await expect(page.locator(".block-hint")).toHaveAttribute("open", "");
  await expect(page.locator('[id="eq:both"]')).toBeInViewport();
});

test("a text in what is folded is opened by a link to the text, as by the browser's own search", async ({
  page,
}) => {
  await page.goto("homework/coins/#:~:text=The%20hint%20had");
  await expect(page.locator(".block-hint")).toHaveAttribute("open", "");
});

test.describe("on a phone", () => {
  test.use({ siteName: "reference", viewport: { width: 390, height: 844 } });

  test("a text in the note of a judged claim is found, and the note opens", async ({ page }) => {
    await page.goto("homework/problem-2/");
    const note = page.locator("#note-P2-03");
    await expect(note).toBeHidden();
    await expect(note).toHaveAttribute("hidden", "until-found");
    await page.goto("about:blank");
    await page.goto("homework/problem-2/#:~:text=A%20single%20point%20has%20probability%20zero");
    await expect(note).toBeVisible();
    await expect(note).toContainText("A single point has probability zero");
    await page.keyboard.press("Escape");
    await expect(note).toBeHidden();
  });
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("the browser opens what encloses the target, or a text that is looked for", async ({ page }) => {
    for (const hash of ["eq:both", ":~:text=The%20hint%20had"]) {
      await page.goto("about:blank");
      await page.goto(`homework/coins/#${hash}`);
      await expect(page.locator(".block-hint")).toHaveAttribute("open", "");
    }
  });
});

test("the target is marked for a moment", async ({ page }) => {
  await page.goto(hint);
  const target = page.locator('[id="eq:both"]');
  await expect(target).toHaveClass(/arrived/);
  expect(await target.evaluate((element) => getComputedStyle(element).animationName)).toBe("arrival");
  await expect(target).not.toHaveClass(/arrived/);
});

test("the mark does not move for who wants no motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(hint);
  const target = page.locator('[id="eq:both"]');
  await expect(target).toHaveClass(/arrived/);
  expect(await target.evaluate((element) => getComputedStyle(element).animationName)).toBe("none");
});

test("who comes by a link is told of every correction of the part, and led to it", async ({ page }) => {
  await page.goto(hint);
  const notice = page.locator(".arrival-notice", { hasText: "Corrected" });
  await expect(notice).toHaveText("Corrected since it was first written: 2026-03-01, 2026-09-15.");
  await expect(notice).toBeInViewport();
  await expect(page.locator('[id="eq:both"]')).toBeInViewport();
  await notice.getByRole("link", { name: "2026-09-15" }).click();
  await expect(page.locator(".block-correction:target")).toContainText("The hint had a wrong sign.");
});

test("a link that carries a date is told of later corrections only", async ({ page }) => {
  expect(await noticeAt(page, "homework/coins/?as-of=2026-03-01#a")).toBe(
    "Corrected since 2026-03-01, when this link was made: 2026-09-15.",
  );
  expect(await noticeAt(page, "homework/coins/?as-of=2026-09-15#a")).toBe("");
  expect(await noticeAt(page, "homework/coins/?as-of=2026-03-01")).toContain("2026-09-15");
  expect(await noticeAt(page, "homework/coins/")).toBe("");
});

test("a link from a commit is told of all corrections, but of none where the page is of that very commit", async ({
  page,
}) => {
  await page.goto("homework/coins/");
  const built = await page.locator('meta[name="ansatz-commit"]').getAttribute("content");
  expect(built).toMatch(/^[\da-f]{40}-dirty$/);
  expect(await noticeAt(page, `homework/coins/?as-of=${built}#a`)).toBe("");
  expect(await noticeAt(page, "homework/coins/?as-of=0000000#a")).toContain("2026-03-01, 2026-09-15");
});

test("a part without corrections says nothing", async ({ page }) => {
  await page.goto("seminar/urns/#a");
  await expect(page.locator("#a")).toHaveClass(/arrived/);
  await expect(page.locator(".arrival-notice")).toHaveCount(0);
});

test("an address that now belongs to something else names what stood there before", async ({ page }) => {
  await page.goto("homework/coins/#b");
  await expect(page.locator(".arrival-notice").first()).toHaveText(
    "An older link to this address may mean Coins that are tossed (a): Two tosses, which stood here before.",
  );
});

test("an address that is no text, or no place, does no harm", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  for (const hash of ["%", "%E0%A4%A", "nowhere", "a b", '"]x', "main"])
    await page.goto(`homework/coins/#${hash}`);
  expect(errors).toEqual([]);
});

/** The notice of corrections that an address shows; the empty text without one. */
async function noticeAt(page: Page, address: string): Promise<string> {
  await page.goto("about:blank");
  await page.goto(address);
  await expect(page.locator(".kit").first()).toBeAttached();
  const notices = await page.locator(".arrival-notice").allTextContents();
  return notices.find((text) => text.startsWith("Corrected")) ?? "";
}
