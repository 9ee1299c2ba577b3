import { describe, expect, test } from "vitest";
import { findLeak, secretsOf, sortRuns } from "../../../publish/linear/audit.ts";
import { type Choice, choiceSuffix, parseChoice } from "../../../publish/linear/choice.ts";
import { withhold } from "../../../publish/linear/withhold.ts";

const page = `<html lang="en"><body><main><article>
<section class="block block-statement"><p>Find the least number that is larger than all of these.</p></section>
<details class="block block-hint"><summary>Hint</summary><p>Think of the numbers as points on one line.</p></details>
<details class="block block-answer"><summary>Answer</summary><p>It is seven, and no smaller one will do here.</p></details>
<section class="block block-attempt"><p>I believe the answer must be nine because of symmetry.</p></section>
<section class="block block-solution"><p>Order them first, then take the successor of the last.</p>
<svg role="img" aria-label="Seven points on a line, the last of them is marked"></svg></section>
</article></main><script>run()</script></body></html>`;

const choice = (solutions: Choice["solutions"], hints: Choice["hints"] = "open"): Choice => ({
  solutions,
  hints,
});

describe("what a copy holds", () => {
  test.each([
    [
      "full",
      ["least number", "points on one line", "It is seven", "must be nine", "Order them", "is marked"],
      [],
    ],
    [
      "answers",
      ["least number", "points on one line", "It is seven"],
      ["must be nine", "Order them", "is marked"],
    ],
    [
      "none",
      ["least number", "points on one line"],
      ["It is seven", "must be nine", "Order them", "is marked"],
    ],
  ] as const)("--solutions %s", (solutions, held, left) => {
    const copy = withhold(page, choice(solutions));
    for (const words of held) expect(copy).toContain(words);
    for (const words of left) expect(copy).not.toContain(words);
    expect(copy).not.toContain("<script");
  });

  test("hints stand open, or are not there", () => {
    expect(withhold(page, choice("full"))).toContain('<details class="block block-hint" open>');
    expect(withhold(page, choice("full", "none"))).not.toContain("block-hint");
  });

  test("a sign leads to its note, and a number is not to press", () => {
    const pressed =
      '<body><button type="button" class="sign" popovertarget="note-P1" aria-label="Wrong"></button><button class="number" popovertarget="p"><data value="1">1</data></button></body>';
    expect(withhold(pressed, choice("full"))).toBe(
      '<body><a  class="sign" href="#note-P1" aria-label="Wrong"></a><span class="number"><data value="1">1</data></span></body>',
    );
  });

  test("files with less say so in their names", () => {
    expect(choiceSuffix(choice("full"))).toBe("");
    expect(choiceSuffix(choice("answers"))).toBe("-answers");
    expect(choiceSuffix(choice("none", "none"))).toBe("-statements-without-hints");
  });

  test("an unknown value is refused with the ones there are", () => {
    expect(() => parseChoice({ solutions: "some" })).toThrow(
      "unknown value `--solutions some`; there are none, answers, full",
    );
  });
});

describe("the audit", () => {
  const secrets = secretsOf([sortRuns(page, choice("none"))]);

  test("finds words of a solution in a text and in the description of a picture", () => {
    expect(findLeak(page, secrets)).toBe("answer it is seven and no");
    const picture = '<img alt="Seven points on a line, the last of them">';
    expect(findLeak(picture, secrets)).toBe("seven points on a line the");
  });

  test("passes the page without them", () => {
    expect(findLeak(withhold(page, choice("none")), secrets)).toBeUndefined();
  });

  test("takes what another page tells openly for no secret", () => {
    const told = sortRuns(
      '<section class="block block-statement"><p>It is seven, and no smaller one will do here.</p></section><p class="block-answer">Eight.</p>',
      choice("none"),
    );
    expect(secretsOf([sortRuns(page, choice("none")), told])).not.toContain("it is seven and no smaller");
  });
});
