import { describe, expect, test } from "vitest";
import { buildManifest, type ManifestSource } from "../../checks/build-manifest.ts";
import { fromJson, toJson } from "../../checks/manifest.ts";
import type { BuildData } from "../../course/course.ts";
import { problemSchema } from "../../markdown/problem-schema.ts";
import { link, thirds } from "./thirds.ts";

const build: BuildData = {
  figures: {},
  digest: "d",
  codes: { thirds: "c" },
  macros: { "\\E": "\\mathbb{E}" },
};
const frontmatter = problemSchema.parse({ rules: { "bare-number": "They are given." } });
const card = { path: "content/hw/one.md", frontmatter };
const place = { file: "content/a.md", line: 9, column: 1 };

function manifest(given: Partial<ManifestSource["pages"][number]["body"]> = {}) {
  const body = { displays: [], quantities: [], figures: [], ...given };
  return buildManifest({
    title: "Course",
    base: "/",
    build,
    pages: [{ address: "hw/one", card, body }],
    experiments: new Map([["thirds", thirds]]),
  });
}

describe("the manifest", () => {
  test("lists a number with its place, its address, the value in full, and the bound that it was held to", () => {
    const [number] = manifest({ quantities: [link("0.667", "third", { x: "2" })] }).numbers;
    expect(number).toMatchObject({
      file: "content/a.md",
      line: 3,
      column: 5,
      page: "hw/one/",
      anchor: "number:1",
      text: "0.667",
      value: 2 / 3,
      values: { x: 2 },
      confirmed: ["compute"],
    });
    expect(number?.tolerance).toBeCloseTo(0.0005, 9);
  });

  test("lists the formula that a number equals as a second route", () => {
    const context = { label: "eq:third", tex: "T = \\frac{x}{3}", macros: {}, before: [] };
    const [number] = manifest({ quantities: [link("0.333", "third", {}, { context })] }).numbers;
    expect(number?.confirmed).toEqual(["compute", "derivation"]);
    expect(number?.formula).toEqual({ label: "eq:third", value: 1 / 3 });
  });

  test("lists each experiment with its code's digest and the bounds of its quantities", () => {
    const { experiments } = manifest();
    expect(experiments["thirds"]).toMatchObject({
      code: "c",
      isAccelerated: false,
      parameters: { x: "slider" },
    });
    expect(experiments["thirds"]?.quantities["rough"]).toEqual({
      unit: "nats",
      error: 0.01,
      tolerance: 1e-5,
    });
  });

  test("lists a figure with its first state and its table, in which what is undefined is left out", () => {
    const [figure] = manifest({ figures: [{ name: "thirds", values: { x: "3" }, ...place }] }).figures;
    expect(figure).toMatchObject({ page: "hw/one/", anchor: "fig-thirds", values: { x: 3 } });
    expect(figure?.quantities).toMatchObject({ third: 1, infinite: "Infinity" });
    expect(figure?.quantities).not.toHaveProperty("undefined");
  });

  test("lists the rules that a document does not follow, with the reason", () => {
    const rule = { rule: "bare-number", reason: "They are given." };
    expect(manifest().exceptions).toEqual([{ file: "content/hw/one.md", page: "hw/one/", ...rule }]);
  });

  test("is the same text for the same sources", () => {
    const given = { quantities: [link("0.333"), link("∞", "infinite")] };
    expect(JSON.stringify(manifest(given))).toBe(JSON.stringify(manifest(given)));
  });
});

test("a number of the manifest is one that JSON can hold, and never NaN", () => {
  for (const value of [0, -0.1, 1e300, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    expect(fromJson(JSON.parse(JSON.stringify(toJson(value))))).toBe(value);
  }
  expect(() => toJson(Number.NaN)).toThrow(RangeError);
});
