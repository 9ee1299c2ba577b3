import { claimsIn, countVerdicts, isProblem, readProblems, scorecardIn, textOf } from "./claims.ts";
import { readPages } from "./page-list.ts";
import { expect, test } from "./test.ts";

/** The reviewers' verdicts on the transcript's claims. */
const counts = { correct: 69, imprecise: 39, wrong: 9, unverifiable: 20 };
const wrong = ["P2-03", "P2-07", "P2-08", "P2-08b", "P2-17", "P3-19", "P3-29", "P3-31", "P3-S4"];

test("the course marks 137 claims, each with the verdict of the reviewers", async ({ site }) => {
  const claims = (await readProblems(site.dist)).flatMap(({ document }) => claimsIn(document));
  expect(claims.length).toBe(137);
  expect(new Set(claims.map(({ id }) => id)).size).toBe(137);
  expect(countVerdicts(claims)).toEqual(counts);
});

test("the nine wrong claims are marked as wrong", async ({ site }) => {
  const claims = (await readProblems(site.dist)).flatMap(({ document }) => claimsIn(document));
  expect(
    claims
      .filter(({ verdict }) => verdict === "wrong")
      .map(({ id }) => id)
      .sort(),
  ).toEqual(wrong);
});

test("each wrong or imprecise claim has a note with a reason and with what is right", async ({ site }) => {
  for (const { document } of await readProblems(site.dist)) {
    for (const { id, verdict } of claimsIn(document)) {
      const note = document.getElementById(`note-${id}`);
      expect(note?.getAttribute("data-verdict"), id).toBe(verdict);
      if (verdict !== "wrong" && verdict !== "imprecise") continue;
      expect(textOf(note, "p:not(.verdict), summary"), `reason of ${id}`).not.toBe("");
      expect(textOf(note, ".note-correction > :not(.note-label)"), `correction of ${id}`).not.toBe("");
    }
  }
});

test("a problem's scorecard counts the claims of its page, an attempt's those of its own", async ({
  site,
}) => {
  for (const { path, document } of await readProblems(site.dist)) {
    expect(scorecardIn(document, ".problem-header"), path).toEqual(countVerdicts(claimsIn(document)));
    for (const attempt of document.querySelectorAll(".block-attempt")) {
      const claims = claimsIn(attempt);
      if (claims.length > 0) expect(scorecardIn(attempt, ".attempt-header")).toEqual(countVerdicts(claims));
    }
  }
});

test("the course's and the assignment's scorecards add up their problems'", async ({ site }) => {
  const pages = await readPages(site.dist);
  const problems = pages.filter(isProblem);
  for (const path of ["", "homework/"]) {
    const document = pages.find((page) => page.path === path)?.document;
    expect(document && scorecardIn(document, ".course-header"), path).toEqual(counts);
    const rows = Array.from(document?.querySelectorAll(".problem-list > li") ?? []).filter(
      (row) => row.className !== "absent",
    );
    const listed = rows.map((row) => scorecardIn(row));
    expect(listed, path).toEqual(problems.map(({ document }) => countVerdicts(claimsIn(document))));
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });

  test("on a wide screen each wrong or imprecise claim and its note are in sight, the others are not", async ({
    site,
    page,
  }) => {
    for (const { path } of await readProblems(site.dist)) {
      await page.goto(path);
      const shown = await page.evaluate(readVisibility);
      expect(shown.length, path).toBeGreaterThan(10);
      for (const { id, verdict, mark, note } of shown) {
        const isLoud = verdict === "wrong" || verdict === "imprecise";
        expect({ mark, note }, `${id} (${verdict})`).toEqual({ mark: isLoud, note: isLoud });
      }
    }
  });

  test("the notes' switch shows every note of its attempt, and every mark", async ({ site, page }) => {
    for (const { path } of await readProblems(site.dist)) {
      await page.goto(path);
      for (const box of await page.getByRole("checkbox", { name: /^Show all \d+ notes$/ }).all())
        await box.check();
      const hidden = (await page.evaluate(readVisibility)).filter(({ mark, note }) => !mark || !note);
      expect(hidden, path).toEqual([]);
    }
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("a wrong claim's sign opens its note, and Escape closes it", async ({ page }) => {
    await page.goto("homework/problem-2/");
    const sign = page.locator('.sign[popovertarget="note-P2-03"]');
    const note = page.locator("#note-P2-03");
    await expect(note).toBeHidden();
    const box = await sign.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    await sign.tap();
    await expect(note).toBeInViewport();
    await expect(note).toContainText("Wrong");
    await page.keyboard.press("Escape");
    await expect(note).toBeHidden();
  });
});

/** Runs in the page: whether each claim's mark shows a line, and whether its note can be seen. */
function readVisibility() {
  const marks = Array.from(document.querySelectorAll<HTMLElement>(".claim[data-claim][id]"));
  return marks.map((mark) => {
    const { dataset, id } = mark;
    const style = getComputedStyle(mark);
    const sides = [
      [style.borderBottomWidth, style.borderBottomStyle, style.borderBottomColor],
      [style.borderLeftWidth, style.borderLeftStyle, style.borderLeftColor],
    ];
    const isClear = (color = "") => color === "transparent" || /, 0\)$|\/ 0\)$/.test(color);
    const hasLine = sides.some(
      ([width, line, color]) => width !== "0px" && line !== "none" && !isClear(color),
    );
    return {
      id,
      verdict: dataset["verdict"] ?? "",
      mark: hasLine && mark.checkVisibility(),
      note: document.getElementById(`note-${id}`)?.checkVisibility() ?? false,
    };
  });
}
