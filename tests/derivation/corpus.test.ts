import { describe, expect, test } from "vitest";
import { createScope, evaluate, parseSymbols } from "../../derivation/index.ts";
import { CORPUS, POINT, SYMBOLS } from "./corpus.ts";
import { CALCULUS_CORPUS } from "./corpus-calculus.ts";
import { LEARNING } from "./corpus-learning.ts";
import { LINEAR_CORPUS, SYMBOLS_OF_LINEAR } from "./corpus-linear.ts";
import { PROBABILITY, SYMBOLS_OF_PROBABILITY } from "./corpus-probability.ts";
import { macros, scopeOf } from "./setting.ts";

const ALL = [
  { field: "algebra and elementary functions", entries: CORPUS, symbols: "" },
  { field: "calculus", entries: CALCULUS_CORPUS, symbols: "" },
  { field: "vectors and matrices", entries: LINEAR_CORPUS, symbols: SYMBOLS_OF_LINEAR },
  { field: "probability and statistics", entries: PROBABILITY, symbols: SYMBOLS_OF_PROBABILITY },
  { field: "machine learning", entries: LEARNING, symbols: SYMBOLS_OF_LINEAR },
] as const;

describe.each(ALL)(
  "in $field, a formula has the value that was computed for it by hand",
  ({ entries, symbols }) => {
    const base = scopeOf(SYMBOLS);
    const { scope, mistakes } = parseSymbols(symbols, { macros, parent: base });
    expect(mistakes).toEqual([]);

    test.each(entries)("%s", (tex, value) => {
      const found = evaluate({ tex, macros, scope: createScope(scope), point: POINT });
      if (!Number.isFinite(value)) expect(found).toBe(value);
      else expect(Math.abs(found - value)).toBeLessThan(1e-9 * Math.max(1, Math.abs(value)));
    });
  },
);

test("the corpus holds at least 300 formulas", () => {
  const formulas = ALL.flatMap(({ entries }) => entries.map(([formula]) => formula));
  expect(new Set(formulas).size).toBeGreaterThanOrEqual(300);
});
