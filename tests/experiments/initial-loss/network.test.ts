import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layerNorm, readPassage } from "../../../experiments/initial-loss/network.ts";
import { drawPassage } from "../../../experiments/initial-loss/passage.ts";
import { crossEntropy } from "../../../experiments/initial-loss/reading.ts";
import type { Setting } from "../../../experiments/initial-loss/setting.ts";
import { createRandom } from "../../../lab/random.ts";
import { settingWith } from "./known.ts";

const vectors = fc
  .array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 40 })
  .filter((x) => Math.max(...x) - Math.min(...x) > 0.01);

describe("layer normalisation", () => {
  test("the result has squared length d and entries that add up to 0", () => {
    fc.assert(
      fc.property(vectors, (x) => {
        const h = [...layerNorm(Float64Array.from(x))];
        expect(h.reduce((sum, entry) => sum + entry ** 2, 0) / x.length).toBeCloseTo(1, 10);
        expect(h.reduce((sum, entry) => sum + entry, 0)).toBeCloseTo(0, 8);
      }),
    );
  });

  test("it does not see a positive factor or a shift", () => {
    fc.assert(
      fc.property(vectors, fc.double({ min: 0.1, max: 10, noNaN: true }), (x, a) => {
        const moved = layerNorm(Float64Array.from(x, (entry) => a * entry + 3));
        for (const [j, entry] of layerNorm(Float64Array.from(x)).entries()) {
          expect(moved[j]).toBeCloseTo(entry, 8);
        }
      }),
    );
  });
});

/** The logits of a small model, all from one seed. */
function logitsOf(given: Partial<Setting>, seed = 7) {
  return readPassage(settingWith({ words: 40, width: 16, ...given }), 5, createRandom(seed));
}

describe("the network", () => {
  test("tying changes the logits of the tokens that were read, and no others", () => {
    const tied = logitsOf({});
    const untied = logitsOf({ isTied: false });
    const { inputs } = tied.passage;
    for (const [position, row] of tied.logits.entries()) {
      const changed = [...row.keys()].filter((word) => row[word] !== untied.logits[position]?.[word]);
      expect(changed).toEqual([...new Set(inputs)].sort((a, b) => a - b));
    }
  });

  test("tied, normalised, with one seed: the logits are proportional to the common scale", () => {
    const [small, large] = [logitsOf({ deviation: 0.25 }), logitsOf({ deviation: 1 })];
    for (const [position, row] of small.logits.entries()) {
      for (const [word, logit] of row.entries()) {
        expect(4 * logit).toBeCloseTo(large.logits[position]?.[word] ?? Number.NaN, 11);
      }
    }
  });

  test("a target is never the token just read, and with two words the other", () => {
    for (const words of [2, 3, 1000]) {
      const { inputs, targets } = drawPassage(settingWith({ words, width: 8 }), 50, createRandom(3));
      for (const [position, input] of inputs.entries()) expect(targets[position]).not.toBe(input);
      expect(Math.max(...targets)).toBeLessThan(words);
    }
  });

  test("a token that comes twice has one row", () => {
    const { inputs, embedded } = drawPassage(settingWith({ words: 2, width: 8 }), 6, createRandom(1));
    for (const [position, input] of inputs.entries()) {
      expect(embedded[position]).toBe(embedded[inputs.indexOf(input)]);
    }
  });

  test("a renumbering of the words leaves the loss as it is", () => {
    const { passage, logits } = logitsOf({});
    const [row = new Float64Array()] = logits;
    const target = passage.targets[0] ?? 0;
    const turned = Float64Array.from(row, (_, word) => row[(word + 11) % row.length] ?? 0);
    const moved = (target - 11 + row.length) % row.length;
    expect(crossEntropy(turned, moved)).toBeCloseTo(crossEntropy(row, target), 12);
  });

  test("the gradient at the logits is p − 1 at the target, no longer than √2", () => {
    const { passage, logits } = logitsOf({ deviation: 0.3 });
    const [row = new Float64Array()] = logits;
    const target = passage.targets[0] ?? 0;
    const slopes = [...row.keys()].map((word) => {
      const at = (shift: number): number =>
        crossEntropy(
          row.map((logit, k) => (k === word ? logit + shift : logit)),
          target,
        );
      return (at(1e-5) - at(-1e-5)) / 2e-5;
    });
    expect(slopes.reduce((sum, slope) => sum + slope, 0)).toBeCloseTo(0, 8);
    expect(Math.hypot(...slopes)).toBeLessThan(Math.SQRT2);
    for (const [word, slope] of slopes.entries()) {
      const probability = Math.exp(-crossEntropy(row, word));
      expect(slope).toBeCloseTo(probability - (word === target ? 1 : 0), 8);
    }
  });
});
