import { describe, expect, test } from "vitest";
import { checkDisplay } from "../../derivation/index.ts";
import type { Derivation } from "./chains.ts";
import { DERIVATIONS } from "./derivations.ts";
import { macros, scopeOf } from "./setting.ts";

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

describe("there is no false alarm, whatever the seed", () => {
  test.each(DERIVATIONS)(
    "$title",
    (derivation) => {
      for (let seed = 2; seed <= 6; seed += 1)
        expect(new Set(outcomesWith(derivation, seed))).toEqual(new Set(["verified"]));
    },
    60_000,
  );
});
