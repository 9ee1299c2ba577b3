import { clamp, fromPosition, type Slider, snap, stepAt, toPosition } from "../slider.ts";

/** The part of a keyboard event that moves a value. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** Steps of Shift and of the Page keys. */
const coarse = 10;
const directions: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -coarse,
  PageUp: coarse,
};

/** The value that a key asks for: arrows one step, Shift or Page ten, Home and End the range's ends; else undefined. */
export function valueForKey(
  parameter: Slider,
  value: number,
  { key, shiftKey }: KeyPress,
): number | undefined {
  if (key === "Home") return parameter.min;
  if (key === "End") return parameter.max;
  const direction = directions[key];
  if (direction === undefined) return undefined;
  const steps = shiftKey && Math.abs(direction) === 1 ? direction * coarse : direction;
  if (parameter.scale !== "linear") return movedPosition(parameter, value, steps);
  return clamp(parameter, snap(parameter, value + steps * parameter.step));
}

/** The value that many hundredths of the range further; one step of the value further where that is more. */
function movedPosition(parameter: Slider, value: number, hundredths: number): number {
  const position = Math.min(1, Math.max(0, toPosition(parameter, value) + hundredths / 100));
  const moved = snap(parameter, fromPosition(parameter, position));
  if (moved !== value) return moved;
  return snap(parameter, value + Math.sign(hundredths) * stepAt(parameter, value));
}
