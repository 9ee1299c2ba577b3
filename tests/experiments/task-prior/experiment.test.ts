import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { averageLoss, lossesAt, weightsFor } from "../../../experiments/task-prior/average-loss.ts";
import taskPrior from "../../../experiments/task-prior/index.ts";
import { learn } from "../../../experiments/task-prior/learning.ts";
import type { Experiment } from "../../../lab/experiment.ts";
import { renderFrame } from "../../../lab/frame.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { createRandom } from "../../../lab/random.ts";

const experiment: Experiment = taskPrior;
const values = defaultValues(taskPrior.parameters);
const shares = fc.integer({ min: 0, max: 100 }).map((step) => step / 100);

describe("the mean loss", () => {
  test.each([
    [0.2, 0.16],
    [0.5, 0.25],
    [0.8, 0.16],
  ])("at p = %d and r = p is %d", (prior, least) => {
    const { quantities } = taskPrior.compute({ ...values, prior }, { random: createRandom(1) });
    expect(quantities.atPrior).toBeCloseTo(least, 13);
  });

  test("is p(1 − r)² + (1 − p)r², and nowhere below p(1 − p)", () => {
    fc.assert(
      fc.property(shares, shares, (prior, share) => {
        const mean = averageLoss(prior, weightsFor(share));
        expect(Math.abs(mean - prior * (1 - share) ** 2 - (1 - prior) * share ** 2)).toBeLessThan(1e-13);
        expect(mean).toBeGreaterThan(prior * (1 - prior) - 1e-13);
        expect(mean - averageLoss(prior, weightsFor(prior))).toBeCloseTo((share - prior) ** 2, 12);
      }),
    );
  });

  test("depends on the direction of the weights alone, and the features trade places", () => {
    const [isFirst, isSecond] = lossesAt([0.3, -1.2]);
    const scaled = lossesAt([-0.6, 2.4]);
    const traded = lossesAt([1.2, 0.3]);
    for (const other of [scaled, [traded[1], traded[0]]]) {
      expect(other[0]).toBeCloseTo(isFirst, 13);
      expect(other[1]).toBeCloseTo(isSecond, 13);
    }
  });
});

describe("learning from one task after the other", () => {
  const start = weightsFor(0.5);

  test("is gradient descent on the loss of each task's own feature", () => {
    const once = (prior: number) => learn(start, prior, 0.2, 1, createRandom(1)).weights;
    const [c0, c1] = once(1);
    // at equal weights of norm 1 the gradient is (∓1, ±1)/√2
    expect(c0).toBeCloseTo(Math.SQRT1_2 * 1.2, 12);
    expect(c1).toBeCloseTo(Math.SQRT1_2 * 0.8, 12);
    expect(once(0)).toEqual([c1, c0]);
  });

  test("the same seed gives the same tasks", () => {
    const again = () => learn(start, 0.8, 0.2, 400, createRandom(7));
    expect(again()).toEqual(again());
    expect(again().shares).toHaveLength(401);
  });

  test("where one feature is always true it gets all the credit", () => {
    expect(learn(start, 1, 0.2, 20000, createRandom(1)).shares.at(-1)).toBeGreaterThan(0.999);
    expect(learn(start, 0, 0.2, 20000, createRandom(1)).shares.at(-1)).toBeLessThan(0.001);
  });

  test.each([0, 1])("from r = %d it never moves, and nothing says that it settles around p", (share) => {
    expect(new Set(learn(weightsFor(share), 0.8, 0.2, 400, createRandom(1)).shares)).toEqual(
      new Set([share]),
    );
    const { description, panels } = renderFrame(experiment, { ...values, share });
    expect(description).toContain("a feature without weight never gets any");
    expect(panels[1]?.svg).not.toContain("settles around p");
  });

  test("with η = 1 the first task takes all credit from one of equal weights, and rounding gives none back", () => {
    for (const seed of [1, 2, 3, 4]) {
      const [, ...shares] = learn(start, 0.8, 1, 400, createRandom(seed)).shares;
      expect([[0], [1]]).toContainEqual([...new Set(shares)]);
    }
  });

  test("its calm comes from the norm, which never falls", () => {
    let norm = 1;
    for (const tasks of [1, 10, 100, 1000]) {
      const grown = Math.hypot(...learn(start, 0.8, 0.2, tasks, createRandom(3)).weights);
      expect(grown).toBeGreaterThan(norm);
      norm = grown;
    }
  });
});

test("the description says what is best, and what was learned", () => {
  const { description, quantities } = renderFrame(experiment, values);
  expect(description).toContain("The mean loss is 0.250; it is least at r = p, where it is 0.160.");
  expect(description).toContain(`its mean is ${quantities.find(({ name }) => name === "learned")?.text}`);
});

test("no picture has a coordinate that is not a number, at whatever state", () => {
  for (const prior of [0, 0.3, 1]) {
    for (const share of [0, 0.5, 1]) {
      for (const { svg } of renderFrame(experiment, { ...values, prior, share, rate: 2 }).panels) {
        expect(svg).not.toMatch(/NaN|Infinity/);
      }
    }
  }
});

test("handles stand on the mean's curve and under p", () => {
  const [share, prior] = taskPrior.handles;
  expect(share?.position(values)?.[1]).toBeCloseTo(0.25, 13);
  expect(prior?.position(values)).toEqual([0.8, 0]);
});
