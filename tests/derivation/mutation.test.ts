import { describe, expect, test } from "vitest";
import type { Scope } from "../../derivation/index.ts";
import { checkDisplay, createScope, mutantsOf } from "../../derivation/index.ts";
import type { Derivation } from "./chains.ts";
import { LINEAR } from "./chains-linear.ts";
import { VECTORS } from "./chains-vectors.ts";
import { DERIVATIONS } from "./derivations.ts";
import { isFull, macros, scopeOf } from "./setting.ts";

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
  "probabilities: \\le → > at 6": "half lies on either side of the mean",
  "5.4: the gradient is tangent to the circle: + → - at 10": "true of c₀² − c₁² as well",
  "moments of named distributions: + → - at 8": "X and Y are independent",
  "moments of named distributions: + → - at 10": "X and Y are independent",
  "moments of named distributions: a → \\mu at 12": "the covariance does not depend on the other variable",
  "moments of named distributions: + → - at 17": "X and Y are independent",
  "relative entropy and entropy, by names: + → - at 37": "Z is symmetric",
  "relative entropy and entropy, by names: + → - at 62": "Z is symmetric",
  "limits: \\frac{\\sin h}{h} turned over": "the limit is 1 both ways",
  "antiderivatives: + → - at 29": "the sign of a constant",
  "antiderivatives: + → - at 30": "the sign of a constant",
  "antiderivatives: + → - at 51": "the sign of a constant",
  "antiderivatives: + → - at 56": "the sign of a constant",
  "moments of named distributions: \\E → \\Var at 0": "mean and variance of a Poisson law are equal",
  "moments of named distributions: \\Var → \\E at 8": "mean and variance of a Poisson law are equal",
  "2.4: a Gaussian fit depends on mean and variance only: 12 → 13 at 82": "a slack inequality",
  "2.4: a Gaussian fit depends on mean and variance only: \\pi → \\frac{\\pi}{2} at 90": "a slack inequality",
  "3.3: gradients of an expectation, by path and by score: + → - at 56": "V is symmetric",
  "3.3: gradients of an expectation, by path and by score: + → - at 99": "V is symmetric",
  "3.3: gradients of an expectation, by path and by score: + → - at 59": "V is symmetric",
  "random vectors with independent entries: j → d at 64": "all entries have one law",
  "densities: 0 → 1 at 8": "the summand vanishes at k = 0",
};

/** Quadrature over a mixture makes their mutants slow: they are mutated in the long run only. */
const SLOW = isFull
  ? []
  : ["2.4", "3.3", "relative entropy", "random vectors", "densities with", "probabilities that compare"];

/** Refusals that name the mistake: shapes that do not fit, or an index where none can stand. */
const SHAPES = /shape|vector|matrix|entries|lengths|index|both bound/;

const namesIn = (symbols: string): readonly string[] =>
  [...symbols.matchAll(/^\s*([^:\n]*?)\s+in /gm)].flatMap(([, names]) =>
    (names ?? "").split(",").map((name) => name.trim()),
  );

/** The worst outcome of a display; a display that defines something is followed by those after it. */
const outcomeOf = (displays: readonly string[], scope: Scope): string => {
  for (const tex of displays) {
    const { steps, definitions } = checkDisplay({ tex, macros, scope, seed: 1 });
    const broken =
      steps.find(({ outcome }) => outcome === "false") ?? steps.find(({ outcome }) => outcome !== "verified");
    if (broken) return SHAPES.test(broken.reason ?? "") ? "shapes" : broken.outcome;
    if (definitions.length === 0) return "verified";
  }
  return "verified";
};

const tallies: Record<string, number> = {};

const survivorsOf = ({ title, displays, symbols }: Derivation): readonly string[] => {
  const scope = scopeOf(symbols);
  return displays.flatMap((tex, k) => {
    const survivors = mutantsOf(tex, namesIn(symbols)).flatMap((mutant) => {
      const outcome = outcomeOf([mutant.tex, ...displays.slice(k + 1)], createScope(scope));
      const kind = `${[...LINEAR, ...VECTORS].some((one) => one.title === title) ? "linear " : ""}${outcome}`;
      tallies[kind] = (tallies[kind] ?? 0) + 1;
      return outcome === "verified" ? [`${title}: ${mutant.change}`] : [];
    });
    checkDisplay({ tex, macros, scope, seed: 1 });
    return survivors;
  });
};

describe("one small mistake in a verified derivation is noticed", () => {
  const quick = DERIVATIONS.filter(({ title }) => !SLOW.some((number) => title.startsWith(number)));

  test.each(quick)(
    "$title",
    (derivation) => {
      expect(survivorsOf(derivation).filter((survivor) => !(survivor in EQUIVALENT))).toEqual([]);
    },
    600_000,
  );

  /** Shares of the noticed mutants of derivations with numbers, or with vectors and matrices. */
  const shareOf = (kind: "" | "linear ", ...outcomes: readonly string[]): number => {
    const count = (names: readonly string[]): number =>
      names.reduce((sum, name) => sum + (tallies[`${kind}${name}`] ?? 0), 0);
    return count(outcomes) / count(["false", "shapes", "unchecked"]);
  };

  test("of numbers at least 94 in 100 are false, of vectors and matrices 90 are false or do not fit", () => {
    if (isFull) {
      const ofAll = (...names: readonly string[]): number =>
        names.reduce((sum, name) => sum + (tallies[name] ?? 0) + (tallies[`linear ${name}`] ?? 0), 0);
      const noticed = ofAll("false", "shapes", "unchecked");
      console.info(tallies, `false: ${ofAll("false") / noticed}`);
      console.info(`false, or shapes do not fit: ${ofAll("false", "shapes") / noticed}`);
    }
    expect(Object.values(tallies).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(1000);
    expect(shareOf("", "false")).toBeGreaterThan(0.94);
    expect(shareOf("linear ", "false", "shapes")).toBeGreaterThan(0.9);
  });
});
