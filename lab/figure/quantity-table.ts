import type { Experiment } from "../experiment.ts";
import { measurementsOf } from "../measure.ts";
import type { Computed } from "./computation.ts";

/** What a figure announces when its numbers have changed; it bubbles from `<ansatz-figure>` as "ansatz-shown". */
export interface Shown {
  /** The experiment's folder. */
  readonly experiment: string;
  readonly values: Computed["values"];
  readonly quantities: Computed["result"]["quantities"];
}

/** Writes a result's quantities into a figure's table, says on the figure which state they belong to, and announces them. */
export function showQuantities(
  host: HTMLElement,
  experiment: Experiment,
  { values, result }: Computed,
): void {
  for (const { name, value, text } of measurementsOf(experiment, result)) {
    const data = host.querySelector<HTMLDataElement>(`data[data-quantity="${name}"]`);
    if (data === null) throw new Error(`the static frame has no quantity “${name}”`);
    data.value = String(value);
    data.textContent = text;
  }
  host.dataset["shown"] = JSON.stringify(values);
  const detail: Shown = {
    experiment: host.dataset["experiment"] ?? "",
    values,
    quantities: result.quantities,
  };
  host.dispatchEvent(new CustomEvent("ansatz-shown", { bubbles: true, detail }));
}
