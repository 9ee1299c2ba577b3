import type { Experiment } from "./experiment.ts";
import { valueForKey } from "./keys.ts";
import { formatValue, fromPosition, type Slider, snap, toPosition, type Values } from "./parameters.ts";

/** Called with a parameter's name and its new value. */
export type Change = (name: string, value: number) => void;
/** Shows values in what was mounted. */
export type Show = (values: Values) => void;

/** Puts a slider and a number field in place of each `[data-parameter] dd` of a static frame. */
export function mountControls(host: Element, experiment: Experiment, change: Change): Show {
  const shows: Show[] = [];
  for (const cell of host.querySelectorAll<HTMLElement>("[data-parameter] dd")) {
    const name = cell.closest<HTMLElement>("[data-parameter]")?.dataset["parameter"] ?? "";
    const parameter = experiment.parameters[name];
    if (parameter === undefined)
      throw new Error(`${experiment.title}: the page shows no parameter “${name}”`);
    const track = createTrack(parameter, (value) => change(name, value));
    const field = createField(parameter, (value) => change(name, value));
    cell.replaceChildren(track.element, field.element);
    shows.push((values) => {
      const value = values[name] ?? parameter.default;
      track.show(value);
      field.show(value);
    });
  }
  return (values) => {
    for (const show of shows) show(values);
  };
}

interface Control {
  readonly element: HTMLInputElement;
  show(value: number): void;
}

/** A range input over positions, so that a logarithmic parameter feels even; the keys move by steps of the value. */
function createTrack(parameter: Slider, change: (value: number) => void): Control {
  const element = document.createElement("input");
  Object.assign(element, { type: "range", min: "0", max: "1", step: "any", className: "track" });
  element.setAttribute("aria-label", `${parameter.label}, ${parameter.meaning}`);
  let current = parameter.default;
  element.addEventListener("input", () => {
    change(snap(parameter, fromPosition(parameter, element.valueAsNumber)));
  });
  element.addEventListener("keydown", (event) => {
    const value = valueForKey(parameter, current, event);
    if (value === undefined) return;
    event.preventDefault();
    change(value);
  });
  return {
    element,
    show(value) {
      current = value;
      element.valueAsNumber = toPosition(parameter, value);
      element.style.setProperty("--position", String(toPosition(parameter, value)));
      element.setAttribute("aria-valuetext", formatValue(parameter, value));
    },
  };
}

/** A number field that takes any value in range, finer than a step too; it is not rewritten while it is edited. */
function createField(parameter: Slider, change: (value: number) => void): Control {
  const element = document.createElement("input");
  const { min, max, step } = parameter;
  Object.assign(element, { type: "number", min, max, step, className: "field", inputMode: "decimal" });
  element.setAttribute("aria-label", `${parameter.label}, ${parameter.meaning}: value`);
  let current = parameter.default;
  const write = (): void => {
    element.value = formatValue(parameter, current).replace("−", "-");
  };
  element.addEventListener("input", () => {
    const value = element.valueAsNumber;
    if (value >= min && value <= max) change(value);
  });
  element.addEventListener("change", () => {
    const value = element.valueAsNumber;
    if (Number.isFinite(value)) change(Math.min(max, Math.max(min, value)));
    write();
  });
  return {
    element,
    show(value) {
      current = value;
      if (document.activeElement !== element) write();
    },
  };
}
