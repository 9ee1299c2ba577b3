import type { Experiment } from "../experiment.ts";
import {
  type Choice,
  formatValue,
  type Parameter,
  type Seed,
  type Toggle,
  type Value,
  type Values,
} from "../parameters.ts";
import type { State } from "./figure-state.ts";
import { createSlider } from "./slider-control.ts";

/** Shows values in what was mounted. */
export type Show = (values: Values) => void;

/** One parameter of the state. */
export interface Held {
  value(): Value;
  change(value: Value): void;
}

/** What stands in the page for one parameter. */
export interface Control {
  readonly elements: readonly HTMLElement[];
  show(value: Value): void;
}

/** Puts a control in place of each value of a static frame; parameters that mean nothing in a state are not
 * shown. On paper the value stands as text. */
export function mountControls(host: Element, experiment: Experiment, state: State): Show {
  const shows: Show[] = [];
  for (const row of host.querySelectorAll<HTMLElement>("[data-parameter]")) {
    const name = row.dataset["parameter"] ?? "";
    const parameter = experiment.parameters[name];
    if (parameter === undefined)
      throw new Error(`${experiment.title}: the page shows no parameter “${name}”`);
    const control = createControl(parameter, {
      value: () => state.values()[name] ?? parameter.default,
      change: (value) => state.change({ [name]: value }),
    });
    const printed = document.createElement("span");
    printed.className = "printed";
    row.querySelector("dd")?.replaceChildren(...control.elements, printed);
    shows.push((values) => {
      const value = values[name] ?? parameter.default;
      row.hidden = experiment.isUsed?.(name, values) === false;
      printed.textContent = formatValue(parameter, value);
      control.show(value);
    });
  }
  return (values) => {
    for (const show of shows) show(values);
  };
}

function createControl(parameter: Parameter, held: Held): Control {
  if (parameter.kind === "slider") return createSlider(parameter, held);
  if (parameter.kind === "choice") return createChoice(parameter, held);
  return parameter.kind === "toggle" ? createToggle(parameter, held) : createSeed(parameter, held);
}

/** What names a control: the label too where it is a symbol and the meaning its words. */
function nameOf({ label, meaning }: Parameter): string {
  return `${label}, ${meaning}`;
}

function createChoice(parameter: Choice, held: Held): Control {
  const element = document.createElement("select");
  element.className = "choice";
  element.setAttribute("aria-label", nameOf(parameter));
  for (const [value, text] of Object.entries(parameter.options)) element.add(new Option(text, value));
  element.addEventListener("change", () => held.change(element.value));
  return {
    elements: [element],
    show(value) {
      element.value = String(value);
    },
  };
}

function createToggle(parameter: Toggle, held: Held): Control {
  const element = document.createElement("input");
  Object.assign(element, { type: "checkbox", className: "toggle" });
  element.setAttribute("aria-label", nameOf(parameter));
  element.addEventListener("change", () => held.change(element.checked));
  return {
    elements: [element],
    show(value) {
      element.checked = value === true;
    },
  };
}

/** The seed as a number, and a button that takes the next one. */
function createSeed(parameter: Seed, held: Held): Control {
  const field = document.createElement("input");
  Object.assign(field, { type: "number", min: 0, step: 1, className: "field", inputMode: "numeric" });
  field.setAttribute("aria-label", nameOf(parameter));
  field.addEventListener("change", () => {
    const value = Math.round(field.valueAsNumber);
    if (value >= 0 && value < 2 ** 32) held.change(value);
    field.value = String(held.value());
  });
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "draw-anew", textContent: "Draw anew" });
  button.addEventListener("click", () => held.change((Number(held.value()) + 1) % 2 ** 32));
  return {
    elements: [field, button],
    show(value) {
      if (document.activeElement !== field) field.value = String(value);
    },
  };
}
