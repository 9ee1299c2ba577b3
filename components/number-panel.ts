import { toJson } from "../checks/manifest.ts";
import type { CheckedQuantity } from "../checks/quantity.ts";
import { recordKey, type VerificationRecord } from "../checks/record.ts";
import type { BuildData } from "../course/course.ts";
import type { Experiment } from "../lab/experiment.ts";
import { formatValue } from "../lab/parameters.ts";
import { writeState } from "../lab/state.ts";
import { relativeLink } from "../markdown/address.ts";
import type { QuantityLink } from "../markdown/document.ts";

/** Where a number is shown, and what the build knows of its experiment. */
export interface NumberSetting {
  /** Address of the page. */
  readonly address: string;
  readonly build: BuildData;
}

/** What a number's panel says: a name and a value a row. */
export interface PanelRow {
  readonly name: string;
  readonly text: string;
}

/** A link that runs the experiment at the number's state. */
export interface RunLink {
  readonly href: string;
  /** The state, where the figure is on the same page and its script can set it. */
  readonly state?: string;
}

const backends: Readonly<Record<string, string>> = {
  plain: "double precision",
  cpu: "tf.js on the CPU",
  webgl: "WebGL",
  webgpu: "WebGPU",
};

/** The rows of a number's panel: the state, each value with its digits, the tolerance, and who has confirmed it. */
export function panelRows(
  link: QuantityLink,
  experiment: Experiment,
  { value, values, typed, tolerance, formula }: CheckedQuantity,
  { build }: NumberSetting,
): PanelRow[] {
  const unit = experiment.quantities[link.quantity]?.unit ?? "";
  const within = Number.isFinite(value) ? `, within ${tolerance.toPrecision(2)}` : "";
  const state = Object.entries(experiment.parameters).flatMap(([name, parameter]) => {
    const given = values[name] ?? parameter.default;
    const shown =
      parameter.kind === "slider" ? String(given).replace("-", "−") : formatValue(parameter, given);
    return experiment.isUsed?.(name, values) === false ? [] : [`${parameter.label} = ${shown}`];
  });
  const code = build.codes[link.experiment] ?? "";
  const routes = recordedRoutes(build.record, recordKey({ ...link, values, value: toJson(value) }, code));
  const formulaRows =
    formula === undefined ? [] : [{ name: "Formula", text: `${inFull(formula.value)} (${formula.label})` }];
  return [
    { name: "At", text: state.join(", ") },
    { name: "Text", text: `${link.text}${typed === undefined ? "" : within}` },
    { name: "Computed", text: `${inFull(value)}${unit === "" ? "" : ` ${unit}`}` },
    ...formulaRows,
    { name: "Browser", text: routes },
    { name: "Code", text: code.slice(0, 8) },
  ];
}

/** The experiment's figure in the number's state: on this page, or on the first that shows it. */
export function runLink(
  link: QuantityLink,
  { values }: CheckedQuantity,
  { address, build }: NumberSetting,
): RunLink | undefined {
  const pages = build.figures[link.experiment] ?? [];
  const [first] = pages;
  if (first === undefined) return undefined;
  const fragment = `fig-${link.experiment}`;
  if (pages.includes(address)) return { href: `#${fragment}`, state: JSON.stringify(values) };
  const query = writeState("", link.experiment, values, {});
  const [path = ""] = relativeLink(address, first).split("#");
  return { href: `${path}${query}#${fragment}` };
}

function recordedRoutes(record: VerificationRecord | undefined, key: string): string {
  const routes = record?.numbers[key];
  if (record === undefined || routes === undefined) return "not recorded for this text and this code";
  const words = routes.flatMap((route) => {
    const name = backends[route];
    const device = record.devices[route];
    return name === undefined ? [] : [device ? `${name} (${device})` : name];
  });
  return `${words.join(", ")}, on ${record.date}`;
}

function inFull(value: number): string {
  return Number.isFinite(value) ? String(value).replace("-", "−") : value > 0 ? "∞" : "−∞";
}
