import fc from "fast-check";
import { expect, test } from "vitest";
import { leastNorm } from "../../../experiments/two-features/least-norm.ts";
import { dot, solve } from "../../../experiments/two-features/linear-system.ts";

const entry = fc.integer({ min: -9, max: 9 });

test("a solution fulfils its equations, also where the first coefficient is zero", () => {
  expect(
    solve([
      [0, 2, 6],
      [4, 1, 11],
    ]),
  ).toEqual([2, 3]);
  fc.assert(
    fc.property(
      fc.array(fc.array(entry, { minLength: 5, maxLength: 5 }), { minLength: 4, maxLength: 4 }),
      (rows) => {
        const equations = rows.map((row, k) => row.map((value, j) => (j === k ? value + 50 : value)));
        const solution = solve(equations);
        for (const equation of equations) expect(dot(solution, equation)).toBeCloseTo(equation[4] ?? 0, 11);
      },
    ),
  );
});

test("singular equations have no solution", () => {
  expect(
    solve([
      [1, 2, 3],
      [2, 4, 5],
    ]),
  ).toEqual([Number.NaN, Number.NaN]);
});

test("the least-norm solution fits and is a combination of the rows", () => {
  const { coefficients } = leastNorm(
    [
      [1, 0, 1],
      [0, 1, 1],
    ],
    [2, 3],
  );
  expect(coefficients.map((value) => Number(value.toFixed(12)))).toEqual([
    0.333333333333, 1.333333333333, 1.666666666667,
  ]);
});

test("its derivative is the limit of differences", () => {
  const matrix = [
    [1, 2, -1],
    [0.5, -1, 3],
  ];
  const direction = [
    [0.3, 0, 1],
    [-1, 0.7, 0.2],
  ];
  const at = (step: number): readonly number[] => {
    const moved = matrix.map((row, j) => row.map((value, k) => value + step * (direction[j]?.[k] ?? 0)));
    return leastNorm(moved, [1, -2]).coefficients;
  };
  const derivative = leastNorm(matrix, [1, -2]).derivative(direction);
  const [before, after] = [at(-1e-5), at(1e-5)];
  for (const [k, value] of derivative.entries()) {
    expect(((after[k] ?? 0) - (before[k] ?? 0)) / 2e-5).toBeCloseTo(value, 8);
  }
});

test("a row of zeros with the value zero says nothing; with another value nothing fits", () => {
  expect(
    leastNorm(
      [
        [0, 0],
        [3, 4],
      ],
      [0, 25],
    ).coefficients.map(Math.round),
  ).toEqual([3, 4]);
  expect(leastNorm([[0, 0]], [0]).coefficients).toEqual([0, 0]);
  expect(leastNorm([[0, 0]], [1]).coefficients).toEqual([Number.NaN, Number.NaN]);
});
