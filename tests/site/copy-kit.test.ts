import type { Page } from "@playwright/test";
import { expect, test } from "./test.ts";

test.use({ siteName: "moved", permissions: ["clipboard-read", "clipboard-write"] });

const live = "https://course.example/course";

/** Opens a kit's menu by its button's name and chooses an entry; what the clipboard holds then. */
async function copy(page: Page, kit: string, entry: string): Promise<string> {
  await page.getByRole("button", { name: `Copy or cite ${kit}`, exact: true }).click();
  await page.getByRole("menuitem", { name: entry, exact: true }).click();
  await expect(page.getByRole("menu")).toHaveCount(0);
  return page.evaluate(() => navigator.clipboard.readText());
}

test("a part's link is its tag's, with its title in Markdown and in plain text", async ({ page }) => {
  await page.goto("homework/coins/");
  const link = await copy(page, "part (a)", "Copy link");
  expect(link).toMatch(new RegExp(`^${live}/t/\\w{4}/$`));
  expect(await copy(page, "part (a)", "Copy as Markdown")).toBe(
    `[Coins that are tossed (a): Two tosses](${link})`,
  );
  expect(await copy(page, "part (a)", "Copy as plain text")).toBe(
    `Coins that are tossed (a): Two tosses\n${link}`,
  );
  expect(await copy(page, "the problem", "Copy link")).toBe(`${live}/t/737M/`);
});

test("an equation is copied as TeX, as a line for a chat, and set", async ({ page }) => {
  await page.goto("homework/coins/#eq:both");
  expect(await copy(page, "equation (1)", "Copy TeX")).toBe("p^2 = \\tfrac14");
  expect(await copy(page, "equation (1)", "Copy as plain text")).toBe(
    `Coins that are tossed, equation (1)\np² = 1/4\n${live}/t/7Y33/`,
  );
  expect(await copy(page, "equation (1)", "Copy as Markdown")).toBe(
    `$$\np^2 = \\tfrac14\n$$\n\n[Coins that are tossed, equation (1)](${live}/t/7Y33/)`,
  );
  await copy(page, "equation (1)", "Copy formatted text");
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item?.getType("text/html"))?.text() ?? "";
  });
  expect(html).toContain("<msup>");
  expect(html).toContain(`<a href="${live}/t/7Y33/">Coins that are tossed, equation (1)</a>`);
});

test("BibTeX names the title, the course, the tag and the version", async ({ page }) => {
  await page.goto("homework/coins/#eq:both");
  const footer = (await page.locator(".site-footer").textContent()) ?? "";
  const { hash, date } =
    /Version (?<hash>\w{7}) of (?<date>[\d-]{10}), with changes since/.exec(footer)?.groups ?? {};
  expect(
    (await copy(page, "equation (1)", "Copy BibTeX")).replace(new RegExp(`${hash}\\w{33}`), "HASH"),
  ).toBe(
    [
      "@misc{7Y33,",
      "  title        = {{Coins that are tossed, equation (1)}},",
      "  howpublished = {Chance},",
      `  year         = {${date?.slice(0, 4)}},`,
      `  url          = {${live}/t/7Y33/?as-of=${date}},`,
      `  note         = {Version of ${date}, commit HASH-dirty},`,
      "}",
    ].join("\n"),
  );
});

test("what one may write about a part is addressed, with its tag filled in", async ({ page }) => {
  await page.goto("homework/coins/");
  await page.getByRole("button", { name: "Copy or cite part (a)" }).click();
  const href = (name: string) => page.getByRole("menuitem", { name }).getAttribute("href");
  const report = new URL((await href("Report a mistake")) ?? "");
  expect(report.origin + report.pathname).toBe("https://github.com/example/chance/issues/new");
  expect(report.searchParams.get("title")).toMatch(/^Coins that are tossed \(a\): Two tosses \[\w{4}\]$/);
  const topic = new URL((await href("Ask in the forum")) ?? "");
  expect(topic.searchParams.get("body")).toMatch(new RegExp(`^${live}/t/\\w{4}/\\n\\n$`));
  expect(await href("Edit this part")).toBe(
    "https://github.com/example/chance/blob/HEAD/content/homework/coins.md?plain=1#L5",
  );
});

test("where the page may not use the clipboard, the browser's copy command does it", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.goto("homework/coins/");
  await page.evaluate(() =>
    document.addEventListener("copy", (event) =>
      Object.assign(globalThis, { copied: event.defaultPrevented }),
    ),
  );
  await page.getByRole("button", { name: "Copy or cite part (a)" }).click();
  await page.getByRole("menuitem", { name: "Copy link" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Link copied." })).toBeVisible();
  await page.evaluate(() =>
    document.body.append(Object.assign(document.createElement("textarea"), { id: "paste" })),
  );
  await page.locator("#paste").focus();
  await page.keyboard.press("ControlOrMeta+v");
  await expect(page.locator("#paste")).toHaveValue(new RegExp(`^${live}/t/\\w{4}/$`));
});

test("where nothing may be copied, the text is shown and selected", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.execCommand = () => false;
  });
  await page.goto("homework/coins/");
  await page.getByRole("button", { name: "Copy or cite part (a)" }).click();
  await page.getByRole("menuitem", { name: "Copy link" }).click();
  const field = page.getByRole("textbox", { name: "Text to copy" });
  await expect(field).toBeFocused();
  expect(
    await field.evaluate(
      (area: HTMLTextAreaElement) =>
        getSelection()?.toString() === area.value || area.selectionEnd === area.value.length,
    ),
  ).toBe(true);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("the plain permalinks stay, and there is no button that does nothing", async ({ page }) => {
    await page.goto("homework/coins/");
    await expect(page.getByRole("link", { name: "Link to part (a)" })).toHaveAttribute("href", "#a");
    await expect(page.locator(".kit")).toHaveCount(0);
  });
});

test.describe("at a figure of the reference course", () => {
  test.use({ siteName: "based" });

  test("the link carries the state, and the tag's page hands it on", async ({ page, site }) => {
    await page.goto("homework/problem-2/?gaussian-fit.mean=1.5#fig-gaussian-fit");
    const link = await copy(page, "figure gaussian-fit", "Copy link");
    expect(link).toMatch(new RegExp(`^${live}/t/\\w{4}/\\?gaussian-fit\\.mean=1\\.5$`));
    await page.goto(link.replace(`${live}/`, site.url));
    await page.waitForURL("**/homework/problem-2/?gaussian-fit.mean=1.5#fig-gaussian-fit");
    const plain = await copy(page, "figure gaussian-fit", "Copy as plain text");
    expect(plain.split("\n").at(-1)).toBe(link);
    expect(plain).toMatch(/^Problem 2, figure: .*\n.* = .*nats$/m);
  });

  test("a judged claim has a kit in its note, a formula without a number one with its part's link", async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto("homework/problem-2/#P2-03");
    const note = page.locator("#note-P2-03");
    await note.hover();
    await note.locator(".kit").click();
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    await expect(page.locator(".kit-title")).toHaveText(/^Problem 2, claim P2-03, judged wrong \w{4}$/);
    await page.keyboard.press("Escape");
    await page.locator(".block-solution .equation:not([id]) .kit").first().click();
    await expect(page.locator(".kit-title")).toHaveText(/^A formula of Problem 2 \(a\): .* \w{4}$/);
  });
});
