import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  expectedLargestLogit,
  expectedLoss,
  expectedOwnLogit,
} from "../../../experiments/initial-loss/expected-loss.ts";
import { expectClose, settingWith } from "./known.ts";

const settings = fc.record({
  words: fc.integer({ min: 2, max: 10_000 }),
  width: fc.integer({ min: 8, max: 512 }),
  deviation: fc.double({ min: 0.005, max: 1, noNaN: true }),
  isTied: fc.boolean(),
  isNormalised: fc.boolean(),
});

describe("at random settings", () => {
  test("a loss before training is never below that of a guess", () => {
    fc.assert(
      fc.property(settings, (given) => {
        const setting = settingWith(given);
        expect(expectedLoss(setting)).toBeGreaterThan(Math.log(setting.words) - 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  test("a tied head costs at least the mean of the token's own logit", () => {
    fc.assert(
      fc.property(settings, (given) => {
        const setting = settingWith({ ...given, isTied: true });
        expect(expectedLoss(setting)).toBeGreaterThan(expectedOwnLogit(setting) - 1e-8);
      }),
      { numRuns: 40 },
    );
  });

  test("without a tied head the loss after a normalisation depends on s√d alone", () => {
    fc.assert(
      fc.property(settings, ({ words, deviation }) => {
        const [narrow, wide] = [16, 64].map((width) =>
          expectedLoss(settingWith({ words, width, deviation: deviation / Math.sqrt(width), isTied: false })),
        );
        expectClose(narrow ?? 0, wide ?? 1, 1e-12);
      }),
    );
  });

  test("tied, after a normalisation, the loss is convex in the common scale", () => {
    fc.assert(
      fc.property(settings, (given) => {
        const at = (factor: number): number =>
          expectedLoss(
            settingWith({ ...given, deviation: factor * given.deviation, isTied: true, isNormalised: true }),
          );
        expect(2 * at(1)).toBeLessThan(at(0.8) + at(1.2) + 1e-8);
      }),
      { numRuns: 40 },
    );
  });
});

test("without a normalisation and at a small s the loss is that of a guess", () => {
  const setting = settingWith({ deviation: 0.005, isNormalised: false });
  expect(expectedLoss(setting) - Math.log(1000)).toBeLessThan(1e-4);
  expect(expectedOwnLogit(setting)).toBeCloseTo(0.0064, 10);
});

test("the extreme-value prediction bounds the untied loss from below", () => {
  for (const isNormalised of [true, false]) {
    const setting = settingWith({ words: 10_000, width: 512, isTied: false, isNormalised });
    const [loss, largest] = [expectedLoss(setting), expectedLargestLogit(setting)];
    expect(loss).toBeGreaterThan(largest);
    expect(loss).toBeLessThan(largest + 0.3);
  }
  expect(expectedLargestLogit(settingWith({ words: 10_000, width: 512 }))).toBeCloseTo(87.152, 3);
});
