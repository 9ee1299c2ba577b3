import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mirror, parameters, type State } from "../../../experiments/gaussian-fit/parameters.ts";
import { defaultValues } from "../../../lab/parameters.ts";

const start: State = defaultValues(parameters);

/** The state after a reader's change. */
function change(changed: Partial<State>, from = start): State {
  return mirror({ ...from, ...changed }, Object.keys(changed) as (keyof State)[]);
}

describe("mirror images", () => {
  test("follow the component that is moved, by its mean and by its deviation", () => {
    expect(change({ left: -3 })).toEqual({ ...start, left: -3, right: 3 });
    expect(change({ right: 1 })).toEqual({ ...start, left: -1, right: 1 });
    expect(change({ leftDeviation: 1 })).toEqual({ ...start, leftDeviation: 1, rightDeviation: 1 });
    expect(change({ rightDeviation: 1 })).toEqual({ ...start, leftDeviation: 1, rightDeviation: 1 });
  });

  test("are given up for a weight, and for a pair that no mirror makes", () => {
    expect(change({ weight: 0.7 })).toEqual({ ...start, weight: 0.7, mirrored: false });
    expect(change({ left: -3, right: 1.5 })).toEqual({ ...start, left: -3, right: 1.5, mirrored: false });
  });

  test("come back as the right component's when they are asked for", () => {
    const free = { ...start, left: -3, leftDeviation: 0.5, weight: 0.7, mirrored: false };
    expect(change({ mirrored: true }, free)).toEqual(start);
  });

  test("are left alone where they are not wanted, and Q always", () => {
    const free = { ...start, mirrored: false };
    expect(change({ left: -3 }, free)).toEqual({ ...free, left: -3 });
    expect(change({ mean: 1, deviation: 0.5 })).toEqual({ ...start, mean: 1, deviation: 0.5 });
  });

  test("once made, a state is kept, whatever is said to have moved", () => {
    const names = Object.keys(parameters) as (keyof State)[];
    const state = fc.record({
      ...Object.fromEntries(names.map((name) => [name, fc.constant(start[name])])),
      left: fc.double({ min: -4, max: 0, noNaN: true }),
      rightDeviation: fc.double({ min: 0.4, max: 1.5, noNaN: true }),
      weight: fc.constantFrom(0.5, 0.7),
      mirrored: fc.boolean(),
    }) as fc.Arbitrary<State>;
    fc.assert(
      fc.property(state, fc.subarray(names), fc.subarray(names), (given, moved, again) => {
        const made = mirror(given, moved);
        expect(mirror(made, again)).toEqual(made);
      }),
    );
  });
});
