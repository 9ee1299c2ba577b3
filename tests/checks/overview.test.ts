import { expect, test } from "vitest";
import type { Manifest, ManifestFormula, ManifestNumber } from "../../checks/manifest.ts";
import { overviewOf } from "../../checks/overview.ts";
import { recordKey } from "../../checks/record.ts";

const place = { file: "content/a.md", line: 1, column: 2, page: "a/" };
const third: ManifestNumber = {
  ...place,
  anchor: "number:1",
  text: "0.3",
  experiment: "e",
  quantity: "third",
  values: {},
  value: 0.3,
  tolerance: 0.05,
  formula: { label: "eq:third", value: 0.3 },
  confirmed: ["compute", "derivation"],
};
const count: ManifestNumber = {
  ...place,
  anchor: "number:2",
  text: "4",
  experiment: "e",
  quantity: "count",
  values: {},
  value: 4,
  tolerance: 0.5,
  confirmed: ["compute"],
};
const formula = { ...place, tex: "a = b", steps: [] };
const formulas: readonly ManifestFormula[] = [
  { ...formula, outcome: "verified" },
  { ...formula, outcome: "definition" },
  { ...formula, outcome: "unchecked", excuse: "a limit of a limit" },
  { ...formula, outcome: "unread" },
];
const bounds = { unit: "", error: 0, tolerance: 0 };
const manifest: Manifest = {
  version: 1,
  digest: "d",
  title: "A course",
  katex: "0",
  base: "/",
  macros: {},
  experiments: {
    e: {
      title: "E",
      code: "c",
      isAccelerated: true,
      parameters: {},
      quantities: { third: bounds, count: { ...bounds, plainOnly: "a count" } },
    },
  },
  numbers: [third, count],
  formulas,
  figures: [],
  exceptions: [{ file: "content/a.md", page: "a/", rule: "bare-number", reason: "old prose" }],
};
const record = {
  version: 2,
  date: "2026-11-22",
  devices: {},
  numbers: { [recordKey(third, "c")]: { text: null, plain: 0.3, webgl: 0.3 } },
} as const;

test("every route says how much it has confirmed, how much not, and why not", () => {
  const { routes } = overviewOf(manifest, record);
  const counts = routes.map(({ name, checked, unchecked, reasons }) => [name, checked, unchecked, reasons]);
  const unrecorded = "no browser’s confirmation of this text and this code is recorded";
  expect(counts).toEqual([
    ["numbers recomputed by their experiment", 2, 0, []],
    [
      "numbers confirmed by an equation of the page too",
      1,
      1,
      ["no equation is named that has the same value (1)"],
    ],
    ["numbers confirmed by the live figure in a browser, as recorded", 1, 1, [`${unrecorded} (1)`]],
    ["numbers that tf.js computes too", 1, 1, ["a count (1)"]],
    ["of these, confirmed by tf.js on the CPU, as recorded", 0, 1, [`${unrecorded} (1)`]],
    ["of these, confirmed by tf.js on WebGL, as recorded", 1, 0, []],
    ["of these, confirmed by tf.js on WebGPU, as recorded", 0, 1, [`${unrecorded} (1)`]],
    [
      "displays of which each step was checked numerically",
      1,
      2,
      ["a limit of a limit (1)", "nothing above it declares what its letters mean (1)"],
    ],
  ]);
});

test("what was not checked is listed with its reason, an excused rule and a number on fewer routes among it", () => {
  const { checked, unchecked } = overviewOf(manifest, record);
  expect(checked.map(({ text, words }) => `${text}: ${words}`)).toEqual([
    "0.3: e/third; eq:third; in a browser: text, plain, webgl",
    "4: e/count",
    "a = b: each step checked numerically (content/a.md:1)",
  ]);
  expect(unchecked.map(({ text, words }) => `${text}: ${words}`)).toEqual([
    "bare-number: old prose",
    "a = b: a limit of a limit (content/a.md:1)",
    "a = b: nothing above it declares what its letters mean (content/a.md:1)",
    "4: no equation is named that has the same value; no browser’s confirmation of this text and this code is recorded; not computed by tf.js: a count",
  ]);
});
