import type { Experiment } from "../experiment.ts";
import { plainLabel } from "../labels.ts";
import type { Values } from "../parameters.ts";
import type { Show } from "./controls.ts";
import type { State } from "./figure-state.ts";
import type { Toolbar } from "./toolbar.ts";

/** Makes the buttons of the named states work; the one whose state the figure is in says that it is pressed. */
export function mountPresets({ presets = {} }: Experiment, state: State, toolbar: Toolbar): Show {
  const buttons = Object.entries(presets).map(([name, { label, values }]) => {
    const button = toolbar.enable(`preset-${name}`, () => {
      state.change(values as Values);
      toolbar.sayForNow(`${plainLabel(label)}.`);
    });
    return { button, named: Object.entries(values) };
  });
  return (values) => {
    for (const { button, named } of buttons) {
      const isIn = named.every(([name, value]) => values[name] === value);
      button.setAttribute("aria-pressed", String(isIn));
    }
  };
}
