import fc from "fast-check";
import { describe, expect, test } from "vitest";
import uniformDivergence from "../../../experiments/uniform-divergence/index.ts";
import { keepApart } from "../../../experiments/uniform-divergence/parameters.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { clamp } from "../../../lab/slider.ts";
import { values as anyValues, states } from "./states.ts";

const defaults = defaultValues(uniformDivergence.parameters);
const { parameters } = uniformDivergence;

describe("ends of supports", () => {
  test("the one that was not moved gives way, and keeps 0.05 from the moved one", () => {
    expect(keepApart({ ...defaults, pLeft: 1.5 }, ["pLeft"])).toMatchObject({ pLeft: 1.5, pRight: 1.55 });
    expect(keepApart({ ...defaults, pRight: -0.4 }, ["pRight"])).toMatchObject({
      pLeft: -0.45,
      pRight: -0.4,
    });
    expect(keepApart({ ...defaults, qLeft: 2 }, ["qLeft"])).toMatchObject({ qLeft: 2, qRight: 2.05 });
  });

  test("a support that starts at 0 keeps its right end to the right of it", () => {
    expect(keepApart({ ...defaults, pair: "ramp", qRight: -0.5 }, ["qRight"]).qRight).toBe(0.05);
  });

  test("after any move every support has a length, every value is in range, and nothing more moves", () => {
    const names = fc.subarray(["pLeft", "pRight", "qLeft", "qRight", "pair"]);
    fc.assert(
      fc.property(anyValues, names, (values, moved) => {
        const kept = keepApart(values, moved);
        expect(kept.pRight - kept.pLeft).toBeGreaterThan(0.0499);
        expect(kept.qRight - kept.qLeft).toBeGreaterThan(0.0499);
        for (const name of ["pLeft", "pRight", "qLeft", "qRight"] as const) {
          expect(clamp(parameters[name], kept[name])).toBe(kept[name]);
        }
        for (const then of [moved, [], ["pLeft", "qLeft"]]) expect(keepApart(kept, then)).toEqual(kept);
      }),
    );
  });

  test("a moved end stays where it was put", () => {
    const ends = fc.constantFrom("pLeft", "pRight", "qLeft", "qRight");
    fc.assert(
      fc.property(states, ends, fc.double({ min: 0.05, max: 2, noNaN: true }), (state, name, to) => {
        if (name === "qLeft" && state.pair !== "uniform") return;
        expect(keepApart({ ...state, [name]: to }, [name])[name]).toBe(to);
      }),
    );
  });
});
