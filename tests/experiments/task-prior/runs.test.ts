import { expect, test } from "vitest";
import { weightsFor } from "../../../experiments/task-prior/average-loss.ts";
import taskPrior from "../../../experiments/task-prior/index.ts";
import { learn } from "../../../experiments/task-prior/learning.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { createRandom } from "../../../lab/random.ts";

const values = defaultValues(taskPrior.parameters);
const start = weightsFor(0.5);

/** The mean of r over the last 100 tasks, for each of so many seeds. */
const settled = (prior: number, rate: number, tasks: number, seeds: number): number[] =>
  Array.from({ length: seeds }, (_, k) => {
    const path = learn(start, prior, rate, tasks, createRandom(k + 1)).shares;
    return path.slice(-100).reduce((sum, share) => sum + share / 100, 0);
  });
const meanOf = (sample: readonly number[]): number => sample.reduce((sum, x) => sum + x / sample.length, 0);
const deviationOf = (sample: readonly number[]): number => {
  const mean = meanOf(sample);
  return Math.sqrt(sample.reduce((sum, x) => sum + (x - mean) ** 2 / (sample.length - 1), 0));
};

/**
 * The shares after each task, from equal weights of norm 1, in polar coordinates: at the angle θ and radius R the loss
 * is sin⁴θ or cos⁴θ, and a step of descent goes η|∂L/∂θ|/R along the tangent.
 */
function sharesByAngle(prior: number, rate: number, tasks: number, uniform: () => number): readonly number[] {
  let [angle, radius] = [Math.PI / 4, 1];
  return Array.from({ length: tasks }, () => {
    const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
    const slope = uniform() < prior ? 4 * sine ** 3 * cosine : -4 * cosine ** 3 * sine;
    const along = (-rate * slope) / radius;
    angle += Math.atan2(along, radius);
    radius = Math.hypot(radius, along);
    return Math.cos(angle) ** 2;
  });
}

test.each([
  [0.2, 0.2],
  [0.5, 0.05],
  [0.8, 2],
])(
  "with p = %d and η = %d, after many tasks r is p on average, within four standard errors",
  (prior, rate) => {
    const sample = settled(prior, rate, 20000, 60);
    expect(Math.abs(meanOf(sample) - prior)).toBeLessThan(
      (4 * deviationOf(sample)) / Math.sqrt(sample.length),
    );
  },
);

test("over a hundred runs, mean and deviation are those of as many other seeds, within their standard errors", () => {
  const { typical, scatter } = taskPrior.compute(values, { random: createRandom(1) }).quantities;
  const sample = settled(0.8, 0.2, 400, 400);
  const [mean, deviation] = [meanOf(sample), deviationOf(sample)];
  // of the difference of two means, and of two deviations of nearly normal samples
  expect(Math.abs(typical - mean)).toBeLessThan(4 * deviation * Math.sqrt(1 / 100 + 1 / 400));
  expect(Math.abs(scatter - deviation)).toBeLessThan(4 * deviation * Math.sqrt(1 / 200 + 1 / 800));
});

test("the runs are one after the other, each with new tasks, as a descent along the angle finds them", () => {
  const random = createRandom(1);
  const runs = Array.from({ length: 100 }, () => sharesByAngle(0.8, 0.2, 400, () => random.uniform()));
  const sample = runs.map((shares) => meanOf(shares.slice(-100)));
  const { learned, typical, scatter } = taskPrior.compute(values, { random: createRandom(1) }).quantities;
  expect(learned).toBeCloseTo(sample[0] ?? Number.NaN, 9);
  expect(typical).toBeCloseTo(meanOf(sample), 9);
  expect(scatter).toBeCloseTo(deviationOf(sample), 9);
});
