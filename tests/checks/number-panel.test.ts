import { describe, expect, test } from "vitest";
import { toJson } from "../../checks/manifest.ts";
import { checkQuantity } from "../../checks/quantity.ts";
import { recordKey, type VerificationRecord } from "../../checks/record.ts";
import { panelRows } from "../../components/number-panel.ts";
import type { BuildData } from "../../course/course.ts";
import { link, thirds } from "./thirds.ts";

const code = "0123456789abcdef";
const number = link("0.333");
const checked = checkQuantity(number, thirds);
const key = recordKey({ ...number, values: checked.values, value: toJson(checked.value) }, code);
const record: VerificationRecord = {
  version: 2,
  date: "2026-11-22",
  devices: { webgl: "a GPU" },
  numbers: { [key]: { text: null, plain: 1 / 3, webgl: 0.33333 } },
};

/** The rows of the number's panel, by name, where its experiment's code has a digest. */
function rowsWith(digest: string, kept?: VerificationRecord) {
  const build = {
    digest: "",
    codes: { thirds: digest },
    macros: {},
    figures: {},
    ...(kept === undefined ? {} : { record: kept }),
  } as BuildData;
  const rows = panelRows(number, thirds, checked, { address: "a", build });
  return Object.fromEntries(rows.map(({ name, text }) => [name, text]));
}

describe("the panel of a number", () => {
  test("says state, typed text with its tolerance, computed value with its error, and code", () => {
    expect(rowsWith(code)).toEqual({
      At: "x = 1",
      Typed: "0.333, right within 5 × 10⁻⁴",
      Computed: "0.3333333333333333 nats, known to 1 × 10⁻¹²",
      Browser: "not recorded for this text and this code",
      Code: "thirds, 01234567",
    });
  });

  test("says what each backend has found, on what device and when, as recorded", () => {
    expect(rowsWith(code, record)["Browser"]).toBe(
      "0.3333333333333333 in double precision; 0.33333 by tf.js on WebGL (a GPU); recorded on 2026-11-22",
    );
  });

  test("hides a record as soon as the experiment’s code is another", () => {
    expect(rowsWith("fedcba", record)["Browser"]).toBe("not recorded for this text and this code");
  });
});

test("a record’s key changes with the text, the state, the value and the code, and with nothing else", () => {
  const base = { ...number, values: { x: 1, y: 2 }, value: 0.5 } as const;
  const known = recordKey(base, code);
  expect(recordKey({ ...base, values: { y: 2, x: 1 } }, code)).toBe(known);
  for (const other of [{ text: "0.334" }, { values: { x: 1, y: 3 } }, { value: 0.6 }, { quantity: "share" }])
    expect(recordKey({ ...base, ...other }, code)).not.toBe(known);
  expect(recordKey(base, "other")).not.toBe(known);
});
