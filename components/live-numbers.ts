import { formatQuantity } from "../lab/measure.ts";

/** What a figure says when its numbers have changed. */
interface Shown {
  readonly experiment: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly quantities: Readonly<Record<string, number>>;
}

/** A screen reader is told the value when a reader has paused for this long, in milliseconds. */
const pause = 700;

/**
 * Shows, beside each quoted number that asks for it (`live`), what the figure now computes, once a reader has changed
 * the figure. The quoted number stays: it is a claim about its own state.
 */
export function followFigures(root: Document = document): void {
  root.addEventListener("click", ({ target }) => {
    // the panel of a number makes way for the figure that its link has set
    const link = target instanceof Element && target.closest("a.set-figure");
    if (link) link.closest<HTMLElement>("[popover]")?.hidePopover();
  });
  const timers = new Map<Element, ReturnType<typeof setTimeout>>();
  root.addEventListener("ansatz-shown", (event) => {
    const { experiment, values, quantities } = (event as CustomEvent<Shown>).detail;
    for (const place of root.querySelectorAll<HTMLElement>(`.number-live[data-experiment="${experiment}"]`)) {
      const value = quantities[place.dataset["name"] ?? ""];
      const isAsPlaced = isBase(event.target, values);
      place.hidden = value === undefined || isAsPlaced;
      const shown = place.querySelector("b");
      const spoken = place.querySelector("output");
      if (value === undefined || shown === null || spoken === null) continue;
      shown.textContent = formatQuantity(value);
      clearTimeout(timers.get(place));
      const say = () => (spoken.textContent = isAsPlaced ? "" : `now ${formatQuantity(value)}`);
      timers.set(place, setTimeout(say, pause));
    }
  });
}

/** Whether a figure is in the state in which its author has placed it. */
function isBase(figure: EventTarget | null, values: Shown["values"]): boolean {
  if (!(figure instanceof HTMLElement)) return false;
  const base = JSON.parse(figure.dataset["values"] ?? "{}") as Record<string, unknown>;
  return Object.entries(values).every(([name, value]) => base[name] === value);
}
