import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { slider } from "../../lab/parameters.ts";
import { checkValues, initialState, readState, writeState } from "../../lab/state.ts";

const parameters = {
  mean: slider({ label: "μ", meaning: "mean", default: 0, min: -6, max: 6 }),
  deviation: slider({ label: "σ", meaning: "deviation", default: 2, min: 0.2, max: 5 }),
};
const base = { mean: 0, deviation: 2 };

describe("checkValues", () => {
  test("numbers are taken from numbers and from text", () => {
    expect(checkValues({ parameters }, base, { mean: "-1.5", deviation: 0.6 })).toEqual({
      values: { mean: -1.5, deviation: 0.6 },
      notes: [],
    });
  });

  test("what is out of range, no number or unknown is noted and does no harm", () => {
    const { values, notes } = checkValues({ parameters }, base, { mean: 9, deviation: "wide", sigma: 1 });
    expect(values).toEqual({ mean: 6, deviation: 2 });
    expect(notes).toEqual([
      "mean 9 put into its range: 6",
      "invalid deviation “wide” ignored; it must be a number",
      "unknown parameter “sigma” ignored; known: mean, deviation",
    ]);
  });

  test.each(["", " ", "NaN", "Infinity", null, {}])("%j is no number", (raw) => {
    expect(checkValues({ parameters }, base, { mean: raw }).values).toEqual(base);
  });

  test("names that every object has are unknown parameters", () => {
    expect(checkValues({ parameters }, base, { constructor: 1, ["__proto__x"]: 2 }).notes).toHaveLength(2);
  });
});

describe("the state in the address", () => {
  test("what is written is read again, to the last bit", () => {
    const number = fc.double({ min: -6, max: 6, noNaN: true });
    fc.assert(
      fc.property(number, number, (mean, deviation) => {
        const read = readState(writeState("", "gaussian-fit", { mean, deviation }, {}), "gaussian-fit");
        expect(Number(read["mean"])).toBe(mean === 0 ? 0 : mean);
        expect(Number(read["deviation"])).toBe(deviation === 0 ? 0 : deviation);
      }),
    );
  });

  test("values equal to the authored ones are left out", () => {
    expect(writeState("?gaussian-fit.mean=3", "gaussian-fit", base, base)).toBe("");
  });

  test("other figures' states and other queries stay", () => {
    const search = "?q=kl&other.mean=1&gaussian-fit.mean=3";
    expect(writeState(search, "gaussian-fit", { mean: 1, deviation: 2 }, base)).toBe(
      "?q=kl&other.mean=1&gaussian-fit.mean=1",
    );
    expect(readState(search, "other")).toEqual({ mean: "1" });
  });
});

test("a figure begins where its author set it, and where the address says otherwise", () => {
  const state = initialState({ parameters }, '{"mean":1}', "?a.deviation=0.6&b.mean=5", "a");
  expect(state).toEqual({
    base: { mean: 1, deviation: 2 },
    values: { mean: 1, deviation: 0.6 },
    notes: [],
  });
});
