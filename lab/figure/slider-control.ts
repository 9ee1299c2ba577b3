import { formatNumber, fromPosition, type Slider, snap, toPosition } from "../slider.ts";
import type { Control, Held } from "./controls.ts";
import { valueForKey } from "./keys.ts";

/** A slider with a number field beside it. */
export function createSlider(parameter: Slider, held: Held): Control {
  const track = createTrack(parameter, held);
  const field = createField(parameter, held);
  return {
    elements: [...track.elements, ...field.elements],
    show(value) {
      track.show(value);
      field.show(value);
    },
  };
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
    const value = valueForKey(parameter, Number(held.value()), event);
    if (value === undefined) return;
    event.preventDefault();
    held.change(value);
  });
  return {
    elements: [element],
    show(value) {
      const position = toPosition(parameter, Number(value));
      element.valueAsNumber = position;
      element.style.setProperty("--position", String(position));
      element.setAttribute("aria-valuetext", formatNumber(parameter, Number(value)));
    },
  };
}

/** A number field that takes any value in range, finer than a step too; it is not rewritten while it is edited. */
function createField(parameter: Slider, held: Held): Control {
  const element = document.createElement("input");
  const { min, max } = parameter;
  Object.assign(element, { type: "number", min, max, step: "any", className: "field", inputMode: "decimal" });
  element.setAttribute("aria-label", `${parameter.label}, ${parameter.meaning}: value`);
  let isPending = false;
  const write = (): void => {
    element.value = formatNumber(parameter, Number(held.value())).replace("−", "-");
  };
  element.addEventListener("input", () => {
    const value = element.valueAsNumber;
    isPending = !(value >= min && value <= max);
    if (!isPending) held.change(value);
  });
  // what was in range has been taken already: taking it again would undo a slider that took the focus
  element.addEventListener("change", () => {
    const value = element.valueAsNumber;
    if (isPending && Number.isFinite(value)) held.change(Math.min(max, Math.max(min, value)));
    isPending = false;
    write();
  });
  return {
    elements: [element],
    show() {
      if (document.activeElement !== element) write();
    },
  };
}
