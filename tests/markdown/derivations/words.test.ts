import { describe, expect, test } from "vitest";
import type { Step } from "../../../derivation/index.ts";
import { printed, shortNumber } from "../../../markdown/derivations/numbers.ts";
import { outcomeOf } from "../../../markdown/derivations/outcome.ts";
import { leadOf, nameOf, wordsOf } from "../../../markdown/derivations/step-words.ts";

const step = (more: Partial<Step>): Step => ({
  left: "a",
  right: "b",
  relation: "=",
  offset: 2,
  outcome: "verified",
  points: 24,
  largestDifference: 0,
  ...more,
});
const found = (steps: readonly Step[], excuse?: string, definitions = 0) =>
  outcomeOf(
    {
      steps,
      definitions: Array.from({ length: definitions }, () => ({ name: "d", tex: "d", offset: 0 })),
      equations: [],
    },
    excuse,
  );

describe("the outcome of a display", () => {
  test("is false if one step is, unchecked if one is not checked, verified if all are", () => {
    const [good, bad, open] = [step({}), step({ outcome: "false" }), step({ outcome: "unchecked" })];
    expect(found([good, bad, open]).outcome).toBe("false");
    expect(found([good, open]).outcome).toBe("unchecked");
    expect(found([good, good]).outcome).toBe("verified");
  });

  test("is a definition where nothing is claimed, and unchecked where nothing is said", () => {
    expect(found([], undefined, 1).outcome).toBe("definition");
    expect(found([]).outcome).toBe("unchecked");
  });

  test("stays false however it is marked", () => {
    expect(found([step({ outcome: "false" })], "too abstract").outcome).toBe("false");
  });
});

describe("the words", () => {
  test("say how many points were tried, and on what", () => {
    expect(wordsOf(step({}), false, undefined)).toBe(
      "checked numerically at 24 random points; no difference",
    );
    expect(wordsOf(step({ relation: "\\le" }), true, undefined)).toBe(
      "checked numerically at 24 random points, on a witness",
    );
    expect(wordsOf(step({ points: 1, largestDifference: 2e-16 }), false, undefined)).toBe(
      "checked numerically; difference 2 × 10⁻¹⁶",
    );
  });

  test("say why a step is not checked: the author's reason before the tool's", () => {
    const open = step({ outcome: "unchecked", reason: "undeclared x" });
    expect(wordsOf(open, false, undefined)).toBe("not checked: undeclared x");
    expect(wordsOf(open, false, "abstract")).toBe("not checked: abstract");
  });

  test("never claim a proof", () => {
    const verified = found([step({})]);
    expect(leadOf(verified, false)).toMatch(/That is evidence, and no proof\.$/);
    expect(`${leadOf(verified, false)} ${nameOf(verified)}`).not.toMatch(/proved|proven|correct|true/);
  });
});

describe("numbers", () => {
  test("have powers of ten in place of an e, and true minus signs", () => {
    expect(shortNumber(4.44e-16)).toBe("4.4 × 10⁻¹⁶");
    expect(shortNumber(-3e7)).toBe("−3 × 10⁷");
    expect(printed(0.1 + 0.2, 10)).toBe("0.3");
    expect(printed(-123456.789, 10)).toBe("−123456.789");
    expect([shortNumber(0), shortNumber(Number.NEGATIVE_INFINITY)]).toEqual(["0", "−∞"]);
  });
});
