import { execFileSync } from "node:child_process";
import { expect, test } from "./test.ts";

/** Text without white space and hyphens, which line breaks change. */
const squeeze = (text: string) => text.normalize("NFKD").replaceAll(/[\s\u00ad-]/g, "");

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("on paper hints and answers are unfolded, loud notes say their first sentence, and nothing is to press", async ({
      page,
    }) => {
      await page.goto("homework/problem-2/");
      await page.emulateMedia({ media: "print" });
      const hidden = await page.evaluate(() => {
        const folded = ".block > .block-body, .note-quoted";
        const loud =
          ':is([data-verdict="wrong"], [data-verdict="imprecise"]) :is(.verdict, .note-more > summary)';
        const all = Array.from(document.querySelectorAll(`${folded}, ${loud}`));
        return {
          count: all.length,
          hidden: all
            .filter((each) => each.getClientRects().length === 0)
            .map((each) => each.textContent?.slice(0, 60)),
        };
      });
      expect(hidden.count).toBeGreaterThan(20);
      expect(hidden.hidden).toEqual([]);
      await expect(page.locator(".theme-switch")).toBeHidden();
      await expect(page.locator(".notes-switch").first()).toBeHidden();
    });
  });
}

test("the PDF holds the text of the hints and of the notes", async ({ page }) => {
  const hasReader = findsPdfReader();
  test.skip(!hasReader, "not run: pdftotext (poppler-utils) is not installed");
  await page.goto("homework/problem-2/");
  const sentences = await page.evaluate(() => {
    const sentences = Array.from(
      document.querySelectorAll(".block-hint .block-body > p, .note[data-verdict=wrong] > p"),
    );
    return sentences.filter((each) => each.querySelector(".katex") === null).map((each) => each.textContent);
  });
  expect(sentences.length).toBeGreaterThan(2);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const text = squeeze(execFileSync("pdftotext", ["-raw", "-", "-"], { input: pdf, encoding: "utf8" }));
  for (const sentence of sentences) expect(text).toContain(squeeze(sentence ?? "").slice(0, 40));
});

function findsPdfReader(): boolean {
  try {
    execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
