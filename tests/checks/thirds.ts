import { checkQuantity } from "../../checks/quantity.ts";
import { defineExperiment, type Experiment, slider } from "../../lab/experiment.ts";
import type { QuantityLink } from "../../markdown/document.ts";

const inNats = { meaning: "a value", unit: "nats", tolerance: 1e-5, color: "var(--p)" };
const bare = { ...inNats, unit: "" };

/** `third` and `share` are x/3, `rough` is x known to a hundredth, `big` 10⁴x/3, `infinite` ∞, `undefined` NaN. */
export const thirds: Experiment = defineExperiment({
  title: "Thirds",
  parameters: { x: slider({ label: "x", meaning: "a number", default: 1, min: -10, max: 10 }) },
  quantities: {
    third: { label: "x/3", error: 1e-12, ...inNats },
    share: { label: "x/3", error: 1e-12, ...bare },
    rough: { label: "x", error: 0.01, ...inNats },
    big: { label: "x", error: 1e-12, ...bare },
    infinite: { label: "∞", error: 1e-12, ...inNats },
    undefined: { label: "?", error: 1e-12, ...bare },
  },
  compute: ({ x }) => ({
    quantities: {
      third: x / 3,
      share: x / 3,
      rough: x,
      big: (1e4 * x) / 3,
      infinite: Number.POSITIVE_INFINITY,
      undefined: Number.NaN,
    },
  }),
  draw: () => ({}),
  handles: [],
  describe: () => "",
}) as unknown as Experiment;

/** A link to one of the quantities. */
export function link(
  text: string,
  quantity = "third",
  query: Readonly<Record<string, string>> = {},
  rest: Partial<QuantityLink> = {},
): QuantityLink {
  const place = { file: "content/a.md", line: 3, column: 5 };
  return {
    kind: "quantity",
    id: "number:1",
    text,
    after: "",
    experiment: "thirds",
    quantity,
    query,
    ...place,
    ...rest,
  };
}

/** The link, checked. */
export function check(...given: Parameters<typeof link>) {
  return checkQuantity(link(...given), thirds);
}
