import type { Experiment, Handle } from "../experiment.ts";
import { planeOf } from "../landscape.ts";
import type { Value, Values } from "../parameters.ts";
import type { Picture } from "../picture.ts";
import { clamp, formatNumber, type Slider, snap } from "../slider.ts";
import type { State } from "./figure-state.ts";
import { valueForKey } from "./keys.ts";
import { dataPoint, followPointer } from "./pointer.ts";

/** What a reader takes hold of: one slider along x, or one along each axis. */
export interface Grip {
  readonly across: string;
  readonly up?: string;
  /** What it is, in words; without it, what its sliders mean. */
  readonly name?: string;
  /** The CSS colour of its ring. */
  readonly color?: string;
  /** Where it stands; undefined where it is not there. */
  position(values: Values): readonly [x: number, y: number] | undefined;
  /** The values at a point, in data coordinates; not yet in range. */
  drag(point: readonly [x: number, y: number], values: Values): Readonly<Record<string, number>>;
}

/** A declared handle as a grip. */
export function gripOf(handle: Handle): Grip {
  const { parameter, up } = handle;
  return {
    across: parameter,
    ...(up !== undefined && { up }),
    ...(handle.name !== undefined && { name: handle.name }),
    ...(handle.color !== undefined && { color: handle.color }),
    position: (values) => handle.position(values),
    drag: ([x, y], values) => ({
      [parameter]: handle.drag(x, values),
      ...(up !== undefined && { [up]: handle.dragUp?.(y, values) ?? y }),
    }),
  };
}

/** The grip of a landscape: it moves both parameters of the experiment's plane. */
export function planeGrip(experiment: Experiment): Grip {
  const { x, y, across, up } = planeOf(experiment);
  return {
    across: x,
    up: y,
    position: (values) => [Number(values[x] ?? across.default), Number(values[y] ?? up.default)],
    drag: ([right, above]) => ({ [x]: right, [y]: above }),
  };
}

/** Puts grips where they belong in a newly drawn picture. */
export type PlaceGrips = (picture: Picture, values: Values) => void;

/** Lays focusable, draggable grips over a picture: pointer, touch and keys. */
export function mountGrips(
  host: Element,
  experiment: Experiment,
  grips: readonly Grip[],
  state: State,
): PlaceGrips {
  let drawn: Picture | undefined;
  const elements = grips.map((grip) => {
    const element = createGrip(experiment, grip);
    followPointer(element, (event) => {
      if (drawn === undefined) return;
      state.change(inRange(experiment, grip.drag(dataPoint(drawn, event), state.values())));
    });
    element.addEventListener("keydown", (event) => {
      const changed = keyedValues(experiment, grip, state.values(), event);
      if (changed === undefined) return;
      event.preventDefault();
      state.change(changed);
    });
    host.append(element);
    return { grip, element };
  });
  return (picture, values) => {
    drawn = picture;
    for (const { grip, element } of elements) place(element, grip, experiment, picture, values);
  };
}

/** The slider of a name; throws where it is none: only sliders can be dragged. */
function sliderOf({ parameters, title }: Experiment, name: string): Slider {
  const parameter = parameters[name];
  if (parameter?.kind !== "slider") throw new Error(`${title}: a handle moves “${name}”, which is no slider`);
  return parameter;
}

function createGrip(experiment: Experiment, { across, up, name, color }: Grip): HTMLElement {
  const element = document.createElement("div");
  const parameter = sliderOf(experiment, across);
  const meanings = [across, up].flatMap((name) =>
    name === undefined ? [] : [sliderOf(experiment, name).meaning],
  );
  element.className = up === undefined ? "grip grip-across" : "grip";
  if (color !== undefined) element.style.setProperty("--ring", color);
  element.tabIndex = 0;
  element.setAttribute("role", "slider");
  element.setAttribute("aria-label", name ?? meanings.join(" and "));
  if (up !== undefined) element.setAttribute("aria-roledescription", "point, moved by all four arrow keys");
  element.setAttribute("aria-valuemin", String(parameter.min));
  element.setAttribute("aria-valuemax", String(parameter.max));
  element.dataset["grip"] = [across, up].filter(Boolean).join(" ");
  return element;
}

function inRange(experiment: Experiment, changed: Readonly<Record<string, number>>): Values {
  const entries = Object.entries(changed).flatMap(([name, value]) => {
    const parameter = sliderOf(experiment, name);
    return Number.isFinite(value) ? [[name, snap(parameter, clamp(parameter, value))] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** Left, right, Home, End and Page keys move the grip across; up and down move it up where it has a second slider. */
function keyedValues(
  experiment: Experiment,
  { across, up }: Grip,
  values: Values,
  event: KeyboardEvent,
): Record<string, Value> | undefined {
  const name = up !== undefined && /^Arrow(Up|Down)$/.test(event.key) ? up : across;
  const parameter = sliderOf(experiment, name);
  const value = valueForKey(parameter, Number(values[name] ?? parameter.default), event);
  return value === undefined ? undefined : { [name]: value };
}

function place(
  element: HTMLElement,
  grip: Grip,
  experiment: Experiment,
  { svg, x, y }: Picture,
  values: Values,
): void {
  const position = grip.position(values);
  // what a reader holds stays where it was, so that it can be brought back
  element.hidden = position === undefined && element !== document.activeElement;
  if (position !== undefined) {
    const { width, height } = svg.viewBox.baseVal;
    element.style.left = `${clamp01(Number(x.apply(position[0])) / width) * 100}%`;
    element.style.top = `${clamp01(Number(y.apply(position[1])) / height) * 100}%`;
  }
  element.setAttribute("aria-valuenow", String(values[grip.across]));
  const spoken = [grip.across, grip.up].flatMap((name) => {
    if (name === undefined) return [];
    const parameter = sliderOf(experiment, name);
    return [`${parameter.label} = ${formatNumber(parameter, Number(values[name]))}`];
  });
  element.setAttribute("aria-valuetext", spoken.join(", "));
}

function clamp01(share: number): number {
  return Math.min(1, Math.max(0, share));
}
