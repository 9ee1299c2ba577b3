import type { Page } from "@playwright/test";
import { expect, test } from "./test.ts";
import { linesOf, plain } from "./transcript.ts";

// what stands in the pages, which no script changes
test.use({ javaScriptEnabled: false });

const problems = ["problem-1", "problem-2", "problem-3", "problem-5"];

test("the pages quote the LLM's answers whole, in order, and nothing else in between", async ({ page }) => {
  const quoted = await readAll(page, ".attempt-body", ".note, .sign, .check");
  expect(quoted).toEqual(linesOf("answer"));
});

test("the pages quote the student's notes whole, in order", async ({ page }) => {
  const quoted = await readAll(page, ".note-quoted", ".note-by, .note-close, .note-reply, .note-unfold");
  expect(quoted.join(" ")).toBe(linesOf("student").join(" "));
});

test("the pages quote what was asked, in order", async ({ page }) => {
  const asked = await readAll(page, ".attempt-asked", "none");
  expect(asked).toEqual(linesOf("prompt").map((line) => `Asked: “${line}”`));
});

/** Lines of all elements that a selector finds on the problems' pages, without what `left out` names. */
async function readAll(page: Page, selector: string, leftOut: string): Promise<string[]> {
  const lines: string[] = [];
  for (const problem of problems) {
    await page.goto(`homework/${problem}/`, { waitUntil: "domcontentloaded" });
    lines.push(...(await page.evaluate(readLines, { selector, leftOut })).map(plain));
  }
  return lines.filter((line) => line !== "");
}

/**
 * Runs in the page: the lines that a reader sees in some elements, each formula as the TeX that KaTeX keeps with it.
 * Quoted notes follow their numbers, since each stands in the page where it points.
 */
function readLines({ selector, leftOut }: { selector: string; leftOut: string }): string[] {
  const numberOf = ({ id }: Element) => Number(/-(\d+)$/.exec(id)?.[1] ?? 0);
  const found = Array.from(document.querySelectorAll(selector)).sort((a, b) => numberOf(a) - numberOf(b));
  return found.flatMap((element) => {
    const copy = element.cloneNode(true) as Element;
    for (const out of copy.querySelectorAll(leftOut)) out.remove();
    for (const formula of copy.querySelectorAll(".katex"))
      formula.replaceWith(formula.querySelector("annotation")?.textContent ?? "");
    for (const block of copy.querySelectorAll("p, div, li, pre")) {
      block.before("\n");
      block.after("\n");
    }
    return (copy.textContent ?? "").split("\n");
  });
}
