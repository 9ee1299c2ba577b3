import { describe, expect, test } from "vitest";
import { checkDisplay } from "../../derivation/index.ts";
import type { Derivation } from "./chains.ts";
import { DERIVATIONS } from "./derivations.ts";
import { isFull, macros, scopeOf } from "./setting.ts";

const outcomesWith = ({ displays, symbols }: Derivation, seed: number): readonly string[] => {
  const scope = scopeOf(symbols);
  return displays.flatMap((tex) =>
    checkDisplay({ tex, macros, scope, seed }).steps.map(({ outcome, reason, left, right }) =>
      outcome === "verified" ? outcome : `${left} … ${right}: ${reason ?? outcome}`,
    ),
  );
};

describe("every step of a true derivation is verified", () => {
  test.each(DERIVATIONS)(
    "$title",
    (derivation) => {
      const outcomes = outcomesWith(derivation, 1);
      expect(outcomes.length).toBeGreaterThan(0);
      expect(new Set(outcomes)).toEqual(new Set(["verified"]));
    },
    60_000,
  );
});

/** At points of these, two rules of quadrature agree to twelve digits on a value of which ten are right. */
const AGREED_BY_CHANCE = [
  ["2.3: relative entropy of two Gaussians", 18],
  ["3.1: relative entropy to the standard Gaussian, and its gradient", 11],
  ["densities with an index", 6],
] as const;

test.each(AGREED_BY_CHANCE)("where quadrature errs by chance, %s is verified all the same", (title, seed) => {
  const outcomes = DERIVATIONS.filter((one) => one.title === title).flatMap((one) => outcomesWith(one, seed));
  expect(new Set(outcomes)).toEqual(new Set(["verified"]));
});

const LAST_SEED = isFull ? 36 : 3;
let comparisons = 0;

describe("there is no false alarm, whatever the seed", () => {
  test.each(DERIVATIONS)(
    "$title",
    (derivation) => {
      for (let seed = 2; seed <= LAST_SEED; seed += 1) {
        const outcomes = outcomesWith(derivation, seed);
        comparisons += outcomes.length;
        expect(new Set(outcomes)).toEqual(new Set(["verified"]));
      }
    },
    600_000,
  );

  test("in at least 140 comparisons for each seed", () => {
    expect(comparisons / (LAST_SEED - 1)).toBeGreaterThanOrEqual(140);
    if (isFull) console.info(`${comparisons} comparisons over ${LAST_SEED - 1} seeds, no false alarm`);
  });
});
