import fc from "fast-check";
import { mirror, parameters, type State } from "../../../experiments/gaussian-fit/parameters.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import type { Slider } from "../../../lab/slider.ts";

const start: State = defaultValues(parameters);
const sliders = Object.entries(parameters).filter(([, { kind }]) => kind === "slider");

/** Any state of the figure, symmetric or not. */
export const states = fc
  .record({
    ...Object.fromEntries(
      sliders.map(([name, parameter]) => {
        const { min, max } = parameter as Slider;
        return [name, fc.double({ min, max, noNaN: true })];
      }),
    ),
    mirrored: fc.boolean(),
  })
  .map((state) => mirror({ ...start, ...state }, ["right", "rightDeviation", "mirrored"]));
