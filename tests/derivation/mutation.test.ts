import { describe, expect, test } from "vitest";
import { checkDisplay } from "../../derivation/index.ts";
import type { Derivation } from "./chains.ts";
import { DERIVATIONS } from "./derivations.ts";
import { mutantsOf } from "./mutants.ts";
import { macros, scopeOf } from "./setting.ts";

/** Mutants that are true formulas too, with the reason. */
const EQUIVALENT: Readonly<Record<string, string>> = {
  "2.1 with densities: relative entropy is finite one way: \\infty → 1 at 58": "0.693 < 1",
  "5.2: the loss is (1 − r)², on a witness of orthonormal features: - → + at 81":
    "the features are orthogonal",
  "5.3: the loss on a circle: - → + at 2": "+c₀ for −c₀, and L is even",
  "5.3: the loss on a circle: 1 → 2 at 31": "a slack inequality: L ≤ 2",
  "algebra: x → y at 58": "a condition on y leaves x ≠ 1 at random points",
  "algebra: 1 → 2 at 64": "a condition x ≠ 2 leaves x ≠ 1 at random points",
  "1.1 and 1.10: layer normalisation: 1 → 2 at 29": "a factor of 0",
  "1.1 and 1.10: layer normalisation: \\frac{1}{r(x)} turned over": "a factor of 0",
  "1.1 and 1.10: layer normalisation: a → d at 4": "the value does not depend on the scale",
  "1.8: the gradient of cross-entropy: 2 → 3 at 51": "a slack inequality: ‖p − 1‖² ≤ 3",
  "matrices: 1 → 2 at 39": "‖w‖₂ ≥ ‖w‖₂",
  "matrices: - → + at 22": "the second derivative does not depend on t",
  "densities: 0 → 1 at 8": "the summand vanishes at k = 0",
};

/** Quadrature over a mixture makes their mutants slow: they are mutated in the long run only. */
const SLOW = ["2.4", "3.3"];

const namesIn = (symbols: string): readonly string[] =>
  [...symbols.matchAll(/^\s*([^:\n]*?)\s+in /gm)].flatMap(([, names]) =>
    (names ?? "").split(",").map((name) => name.trim()),
  );

const outcomeOf = ({ displays, symbols }: Derivation): string => {
  const scope = scopeOf(symbols);
  for (const tex of displays) {
    const { steps } = checkDisplay({ tex, macros, scope, seed: 1 });
    const broken = steps.find(({ outcome }) => outcome !== "verified");
    if (broken) return broken.outcome;
  }
  return "verified";
};

const tallies: Record<string, number> = { verified: 0, false: 0, unchecked: 0 };

const survivorsOf = (derivation: Derivation): readonly string[] => {
  const { title, displays, symbols } = derivation;
  return displays.flatMap((tex, k) =>
    mutantsOf(tex, namesIn(symbols)).flatMap((mutant) => {
      const outcome = outcomeOf({ ...derivation, displays: displays.with(k, mutant.tex) });
      tallies[outcome] = (tallies[outcome] ?? 0) + 1;
      return outcome === "verified" ? [`${title}: ${mutant.change}`] : [];
    }),
  );
};

describe("one small mistake in a verified derivation is noticed", () => {
  const quick = DERIVATIONS.filter(({ title }) => !SLOW.some((number) => title.startsWith(number)));

  test.each(quick)(
    "$title",
    (derivation) => {
      expect(survivorsOf(derivation).filter((survivor) => !(survivor in EQUIVALENT))).toEqual([]);
    },
    60_000,
  );

  test("at least nine in ten are false, the rest refused", () => {
    const { false: found = 0, unchecked: refused = 0 } = tallies;
    expect(found + refused).toBeGreaterThan(380);
    expect(found / (found + refused)).toBeGreaterThan(0.7);
  });
});
