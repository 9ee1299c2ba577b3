import { describe, expect, test } from "vitest";
import { checkQuantity } from "../../checks/quantity.ts";
import { defineExperiment, slider } from "../../lab/experiment.ts";
import type { QuantityLink } from "../../markdown/document.ts";

const quantity = { meaning: "a value", unit: "nats", tolerance: 1e-5, color: "var(--p)" };

/** `third` is x/3, `rough` is x known to a hundredth, `infinite` is ∞. */
const experiment = defineExperiment({
  title: "Thirds",
  parameters: { x: slider({ label: "x", meaning: "a number", default: 1, min: -10, max: 10 }) },
  quantities: {
    third: { label: "x/3", error: 1e-12, ...quantity },
    rough: { label: "x", error: 0.01, ...quantity },
    infinite: { label: "∞", error: 1e-12, ...quantity },
  },
  compute: ({ x }) => ({ quantities: { third: x / 3, rough: x, infinite: Number.POSITIVE_INFINITY } }),
  draw: () => ({}),
  handles: [],
  describe: () => "",
});

function check(text: string, name = "third", query: Readonly<Record<string, string>> = {}) {
  const place = { file: "content/a.md", line: 3, column: 5 };
  const link: QuantityLink = {
    kind: "quantity",
    text,
    experiment: "thirds",
    quantity: name,
    query,
    ...place,
  };
  return checkQuantity(link, experiment as unknown as Parameters<typeof checkQuantity>[1]);
}

describe("a number of the prose is right", () => {
  test.each([
    ["0.333", "third", {}],
    ["0.3333333333", "third", {}],
    ["0.667 nats", "third", { x: "2" }],
    ["−0.33", "third", { x: "-1" }],
    ["33 %", "third", {}],
    ["0.34", "third", { tol: "0.01" }],
    ["∞", "infinite", {}],
    ["1.0", "rough", {}],
  ])("%j for %s at %j", (text, name, query) => {
    expect(check(text, name, query).mistake).toBeUndefined();
  });

  test("and comes with the value in full and the parameters that it was computed at", () => {
    expect(check("0.667", "third", { x: "2" })).toEqual({ value: 2 / 3, values: { x: 2 } });
  });
});

describe("a number of the prose is a mistake", () => {
  test.each([
    ["quantity-mismatch", "0.334", "third", {}],
    ["quantity-mismatch", "0.35", "third", { tol: "0.01" }],
    ["quantity-mismatch", "1", "infinite", {}],
    ["quantity-mismatch", "−∞", "infinite", {}],
    ["quantity-digits", "1.004", "rough", {}],
    ["quantity-without-number", "a third", "third", {}],
    ["quantity-parameter", "0.333", "third", { x: "11" }],
    ["quantity-parameter", "0.333", "third", { x: "" }],
    ["quantity-parameter", "0.333", "third", { x: "one" }],
    ["quantity-tolerance", "0.333", "third", { tol: "wide" }],
    ["quantity-tolerance", "0.333", "third", { tol: "-1" }],
  ])("%s: %j for %s at %j", (rule, text, name, query) => {
    expect(check(text, name, query).mistake).toMatchObject({
      rule,
      file: "content/a.md",
      line: 3,
      column: 5,
    });
  });

  test("the hint has the right number with the digits that were typed", () => {
    expect(check("0.334").mistake?.hint).toContain("`[0.333](quantity:…)`");
    expect(check("0.3").mistake).toBeUndefined();
    expect(check("5", "infinite").mistake?.hint).toContain("`[∞](quantity:…)`");
  });
});
