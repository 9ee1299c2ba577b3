import { printInFull } from "../checks/in-full.ts";
import { fromJson, toJson } from "../checks/manifest.ts";
import type { CheckedQuantity } from "../checks/quantity.ts";
import { recordKey, type VerificationRecord } from "../checks/record.ts";
import type { BuildData } from "../course/course.ts";
import type { Experiment } from "../lab/experiment.ts";
import { formatValue } from "../lab/parameters.ts";
import { writeState } from "../lab/state.ts";
import { relativeLink } from "../markdown/address.ts";
import { shortNumber } from "../markdown/derivations/numbers.ts";
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
  plain: "in double precision",
  cpu: "by tf.js on the CPU",
  webgl: "by tf.js on WebGL",
  webgpu: "by tf.js on WebGPU",
};

/** The rows of a number's panel: the state, each value with its digits, the tolerance, and who has confirmed it. */
export function panelRows(
  link: QuantityLink,
  experiment: Experiment,
  { value, values, error, typed, tolerance, formula }: CheckedQuantity,
  { build }: NumberSetting,
): PanelRow[] {
  const unit = experiment.quantities[link.quantity]?.unit ?? "";
  const hasDigits = Number.isFinite(value);
  const within = hasDigits && typed !== undefined ? `, right within ${shortNumber(tolerance)}` : "";
  const known = hasDigits && error > 0 ? `, known to ${shortNumber(error)}` : "";
  const code = build.codes[link.experiment] ?? "";
  const key = recordKey({ ...link, values, value: toJson(value) }, code);
  const formulaRow = formula && { name: "Formula", text: `${printInFull(formula.value)} (${formula.label})` };
  return [
    ...stateRows(experiment, values),
    { name: "Typed", text: `${link.text}${within}` },
    ...(formulaRow === undefined ? [] : [formulaRow]),
    { name: "Computed", text: `${printInFull(value)}${unit === "" ? "" : ` ${unit}`}${known}` },
    ...recordRows(build.record, key),
    { name: "Code", text: `${link.experiment}, ${code.slice(0, 8)}` },
  ];
}

/** The parameters that mean something at a state, the seed in a row of its own. */
function stateRows({ parameters, isUsed }: Experiment, values: CheckedQuantity["values"]): PanelRow[] {
  const used = Object.entries(parameters).filter(([name]) => isUsed?.(name, values) !== false);
  const texts = used.map(([name, parameter]) => {
    const given = values[name] ?? parameter.default;
    const shown =
      parameter.kind === "slider" ? String(given).replaceAll("-", "−") : formatValue(parameter, given);
    return parameter.kind === "seed"
      ? { name: "Seed", text: shown }
      : { name: "At", text: `${parameter.label} = ${shown}` };
  });
  const state = texts.flatMap(({ name, text }) => (name === "At" ? [text] : [])).join(", ");
  const seeds = texts.filter(({ name }) => name === "Seed");
  return [...(state === "" ? [] : [{ name: "At", text: state }]), ...seeds];
}

/** What a browser has found, a row for the figure's own value and one for tf.js, with devices and day. */
function recordRows(record: VerificationRecord | undefined, key: string): PanelRow[] {
  const routes = record?.numbers[key];
  if (record === undefined || routes === undefined)
    return [{ name: "Browser", text: "not recorded for this text and this code" }];
  const found = Object.entries(routes).flatMap(([route, value]) => {
    const words = backends[route];
    if (words === undefined || value === null) return [];
    const device = record.devices[route];
    return [`${printInFull(fromJson(value))} ${words}${device ? ` (${device})` : ""}`];
  });
  const all = found.length === 0 ? ["read in the page as typed"] : found;
  return [{ name: "Browser", text: `${all.join("; ")}; recorded on ${record.date}` }];
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
