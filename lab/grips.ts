import type { Experiment, Handle } from "./experiment.ts";
import { valueForKey } from "./keys.ts";
import { planeOf } from "./landscape.ts";
import { clamp, formatValue, snap, type Values } from "./parameters.ts";
import type { Picture } from "./picture.ts";
import { dataPoint, followPointer } from "./pointer.ts";
import type { State } from "./state.ts";

/** What a reader takes hold of: one parameter along x, or one along each axis. */
export interface Grip {
  readonly across: string;
  readonly up?: string;
  /** The CSS colour of its ring. */
  readonly color?: string;
  position(values: Values): readonly [x: number, y: number];
  /** The values at a point, in data coordinates; not yet in range. */
  drag(point: readonly [x: number, y: number], values: Values): Values;
}

/** A declared handle as a grip. */
export function gripOf(handle: Handle): Grip {
  return {
    across: handle.parameter,
    ...(handle.color !== undefined && { color: handle.color }),
    position: (values) => handle.position(values),
    drag: ([x], values) => ({ [handle.parameter]: handle.drag(x, values) }),
  };
}

/** The grip of a landscape: it moves both parameters of the experiment's plane. */
export function planeGrip(experiment: Experiment): Grip {
  const { x, y, across, up } = planeOf(experiment);
  return {
    across: x,
    up: y,
    position: (values) => [values[x] ?? across.default, values[y] ?? up.default],
    drag: ([right, above]) => ({ [x]: right, [y]: above }),
  };
}

/**
 * Lays focusable, draggable grips over a picture: pointer, touch and keys.
 * What is returned puts them where they belong in a newly drawn picture.
 */
export function mountGrips(
  host: Element,
  experiment: Experiment,
  grips: readonly Grip[],
  state: State,
): (picture: Picture, values: Values) => void {
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

function createGrip(experiment: Experiment, { across, up, color }: Grip): HTMLElement {
  const element = document.createElement("div");
  const parameter = experiment.parameters[across];
  const second = up === undefined ? undefined : experiment.parameters[up];
  element.className = up === undefined ? "grip grip-across" : "grip";
  if (color !== undefined) element.style.setProperty("--ring", color);
  element.tabIndex = 0;
  element.setAttribute("role", "slider");
  element.setAttribute(
    "aria-label",
    [parameter, second]
      .map((one) => one?.meaning)
      .filter(Boolean)
      .join(" and "),
  );
  element.setAttribute("aria-valuemin", String(parameter?.min));
  element.setAttribute("aria-valuemax", String(parameter?.max));
  element.dataset["grip"] = [across, up].filter(Boolean).join(" ");
  return element;
}

function inRange({ parameters }: Experiment, changed: Values): Values {
  const entries = Object.entries(changed).flatMap(([name, value]) => {
    const parameter = parameters[name];
    return parameter && Number.isFinite(value)
      ? [[name, snap(parameter, clamp(parameter, value))] as const]
      : [];
  });
  return Object.fromEntries(entries);
}

/** Left, right, Home, End and Page keys move the grip across; up and down move it up where it has a second parameter. */
function keyedValues(
  { parameters }: Experiment,
  { across, up }: Grip,
  values: Values,
  event: KeyboardEvent,
): Values | undefined {
  const name = up !== undefined && /^Arrow(Up|Down)$/.test(event.key) ? up : across;
  const parameter = parameters[name];
  const value = parameter && valueForKey(parameter, values[name] ?? parameter.default, event);
  return value === undefined ? undefined : { [name]: value };
}

function place(
  element: HTMLElement,
  grip: Grip,
  { parameters }: Experiment,
  { svg, x, y }: Picture,
  values: Values,
): void {
  const { width, height } = svg.viewBox.baseVal;
  const [across, up] = grip.position(values);
  element.style.left = `${clamp01(Number(x.apply(across)) / width) * 100}%`;
  element.style.top = `${clamp01(Number(y.apply(up)) / height) * 100}%`;
  element.setAttribute("aria-valuenow", String(values[grip.across]));
  const spoken = [grip.across, grip.up].flatMap((name) => {
    const parameter = name === undefined ? undefined : parameters[name];
    const value = name === undefined ? undefined : values[name];
    return parameter && value !== undefined ? [`${parameter.label} = ${formatValue(parameter, value)}`] : [];
  });
  element.setAttribute("aria-valuetext", spoken.join(", "));
}

function clamp01(share: number): number {
  return Math.min(1, Math.max(0, share));
}
