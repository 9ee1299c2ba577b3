import { slider, toggle, type ValuesOf } from "../../lab/experiment.ts";
import type { Mixture } from "./mixture.ts";

/** Q, and P = (1 − w)N(m₁, s₁²) + wN(m₂, s₂²). */
export const parameters = {
  mean: slider({ label: "μ", meaning: "mean of Q", default: 0, min: -6, max: 6 }),
  deviation: slider({
    label: "σ",
    meaning: "standard deviation of Q",
    default: 2.088,
    min: 0.2,
    max: 5,
    step: 0.001,
    scale: "log",
  }),
  left: slider({ label: "m₁", meaning: "mean of P’s left component", default: -2, min: -4, max: 0 }),
  right: slider({ label: "m₂", meaning: "mean of P’s right component", default: 2, min: 0, max: 4 }),
  leftDeviation: slider({
    label: "s₁",
    meaning: "standard deviation of P’s left component",
    default: 0.6,
    min: 0.4,
    max: 1.5,
  }),
  rightDeviation: slider({
    label: "s₂",
    meaning: "standard deviation of P’s right component",
    default: 0.6,
    min: 0.4,
    max: 1.5,
  }),
  weight: slider({
    label: "w",
    meaning: "weight of P’s right component",
    default: 0.5,
    min: 0.05,
    max: 0.95,
  }),
  mirrored: toggle({
    label: "symmetric",
    meaning: "P is its own mirror image",
    default: true,
  }),
};

/** A state of the figure. */
export type State = ValuesOf<typeof parameters>;

/** P at a state. */
export function targetOf(values: Omit<State, "mean" | "deviation" | "mirrored">): Mixture {
  const { left, right, leftDeviation, rightDeviation, weight } = values;
  return [
    { weight: 1 - weight, mean: left, deviation: leftDeviation },
    { weight, mean: right, deviation: rightDeviation },
  ];
}

/** What moves together while P’s components are mirror images: a parameter, its image, and the image's value. */
const images = [
  ["left", "right", (value: number) => -value],
  ["leftDeviation", "rightDeviation", (value: number) => value],
] as const;

/**
 * Keeps P’s components mirror images while `mirrored` says so: what was not moved follows. Where something was moved
 * that no mirror allows, a weight or both of a pair, `mirrored` itself gives way.
 */
export function mirror(values: State, moved: readonly (keyof State)[]): State {
  if (!values.mirrored || isMirrored(values)) return values;
  let followed = values;
  for (const [left, right, image] of images) {
    if (moved.includes(left)) followed = { ...followed, [right]: image(values[left]) };
    else followed = { ...followed, [left]: image(values[right]) };
  }
  if (moved.includes("mirrored")) followed = { ...followed, weight: 0.5 };
  const isFree = moved.every((name) => followed[name] === values[name]);
  return isFree && isMirrored(followed) ? followed : { ...values, mirrored: false };
}

function isMirrored({ weight, ...values }: State): boolean {
  return weight === 0.5 && images.every(([left, right, image]) => values[right] === image(values[left]));
}
