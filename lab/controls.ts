import type { Experiment } from "./experiment.ts";
import { valueForKey } from "./keys.ts";
import { formatValue, fromPosition, type Slider, snap, toPosition, type Values } from "./parameters.ts";
import type { State } from "./state.ts";

/** Shows values in what was mounted. */
export type Show = (values: Values) => void;

/** Puts a slider and a number field in place of each `[data-parameter] dd` of a static frame. */
export function mountControls(host: Element, experiment: Experiment, state: State): Show {
  const shows: Show[] = [];
  for (const cell of host.querySelectorAll<HTMLElement>("[data-parameter] dd")) {
    const name = cell.closest<HTMLElement>("[data-parameter]")?.dataset["parameter"] ?? "";
    const parameter = experiment.parameters[name];
    if (parameter === undefined)
      throw new Error(`${experiment.title}: the page shows no parameter “${name}”`);
    const held: Held = {
      value: () => state.values()[name] ?? parameter.default,
      change: (value) => state.change({ [name]: value }),
    };
    const track = createTrack(parameter, held);
    const field = createField(parameter, held);
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

/** One parameter of the state. */
interface Held {
  value(): number;
  change(value: number): void;
}

interface Control {
  readonly element: HTMLInputElement;
  show(value: number): void;
}

/** A range input over positions, so that a logarithmic parameter feels even; the keys move by steps of the value. */
function createTrack(parameter: Slider, held: Held): Control {
  const element = document.createElement("input");
  Object.assign(element, { type: "range", min: "0", max: "1", step: "any", className: "track" });
  element.setAttribute("aria-label", `${parameter.label}, ${parameter.meaning}`);
  element.addEventListener("input", () => {
    held.change(snap(parameter, fromPosition(parameter, element.valueAsNumber)));
  });
  element.addEventListener("keydown", (event) => {
    const value = valueForKey(parameter, held.value(), event);
    if (value === undefined) return;
    event.preventDefault();
    held.change(value);
  });
  return {
    element,
    show(value) {
      element.valueAsNumber = toPosition(parameter, value);
      element.style.setProperty("--position", String(toPosition(parameter, value)));
      element.setAttribute("aria-valuetext", formatValue(parameter, value));
    },
  };
}

/** A number field that takes any value in range, finer than a step too; it is not rewritten while it is edited. */
function createField(parameter: Slider, held: Held): Control {
  const element = document.createElement("input");
  const { min, max, step } = parameter;
  Object.assign(element, { type: "number", min, max, step, className: "field", inputMode: "decimal" });
  element.setAttribute("aria-label", `${parameter.label}, ${parameter.meaning}: value`);
  const write = (): void => {
    element.value = formatValue(parameter, held.value()).replace("−", "-");
  };
  element.addEventListener("input", () => {
    const value = element.valueAsNumber;
    if (value >= min && value <= max) held.change(value);
  });
  element.addEventListener("change", () => {
    const value = element.valueAsNumber;
    if (Number.isFinite(value)) held.change(Math.min(max, Math.max(min, value)));
    write();
  });
  return {
    element,
    show() {
      if (document.activeElement !== element) write();
    },
  };
}
