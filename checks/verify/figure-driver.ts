import type { Locator, Page } from "playwright";
import type { Value, Values } from "../../lab/parameters.ts";
import type { ManifestExperiment } from "../manifest.ts";
import type { Backend } from "./outcome.ts";

/** Milliseconds that a figure may take to become live, to follow a control, and to be computed by a backend. */
const patience = { live: 60_000, control: 20_000, backend: 90_000 };

/** What a reader's backend has computed; or why it has not. */
export type Computing = { readonly device: string } | { readonly refusal: string };

/** A live figure, driven by its public controls as a reader drives it. */
export class FigureDriver {
  readonly host: Locator;
  readonly #experiment: ManifestExperiment;

  constructor(page: Page, name: string, experiment: ManifestExperiment) {
    this.#experiment = experiment;
    this.host = page.locator(`ansatz-figure[data-experiment="${name}"]`).first();
  }

  /** Brings the figure to the screen and waits until it is live; returns why it is not. */
  async wake(): Promise<string | undefined> {
    if ((await this.host.count()) === 0) return "the page has no such figure";
    await this.host.scrollIntoViewIfNeeded();
    await this.#until(({ dataset }) => /live|failed/.test(dataset["state"] ?? ""), undefined, patience.live);
    const state = await this.host.getAttribute("data-state");
    return state === "live" ? undefined : `the figure is not live (its state is ${state ?? "still"})`;
  }

  /**
   * Sets every parameter that the figure shows, until all are at the given values: one may move another, and a choice
   * may show others. Returns what could not be reached, in words.
   */
  async set(values: Values): Promise<string | undefined> {
    for (let pass = 0; pass < 4; pass++) {
      const apart = await this.#apart(values);
      if (apart.length === 0) return undefined;
      for (const name of apart) await this.#setOne(name, values[name] ?? 0);
    }
    const apart = await this.#apart(values);
    if (apart.length === 0) return undefined;
    return `its controls do not reach ${apart.map((name) => `${name} = ${values[name]}`).join(", ")}`;
  }

  /** A quantity of the live table in double precision, in full. */
  async live(quantity: string): Promise<number> {
    return numberIn(await this.host.locator(`data[data-quantity="${quantity}"]`).getAttribute("value"));
  }

  /** A quantity as tf.js has computed it; NaN where it has not. */
  async accelerated(quantity: string): Promise<number> {
    const cell = this.host.locator(`data[data-accelerated="${quantity}"]`);
    return (await cell.count()) === 0 ? Number.NaN : numberIn(await cell.getAttribute("value"));
  }

  /** Chooses what computes, in the figure's own list, and waits until it has. */
  async choose(backend: Exclude<Backend, "plain">): Promise<Computing> {
    const list = this.host.getByLabel("Computed by");
    // the list is there once a reader has acted and something has been computed
    if (await list.isHidden()) {
      await this.host.locator('[data-action="reset"]').click();
      await list.waitFor({ timeout: patience.backend }).catch(() => undefined);
    }
    if (await list.isHidden()) return { refusal: "the figure offers no choice of what computes" };
    await this.host.evaluate((host: HTMLElement) => {
      // marks of an earlier computation, so that this one's can be told from them
      for (const name of ["backend", "acceleratedAt", "refusal"]) delete host.dataset[name];
    });
    await list.selectOption(backend);
    return this.computed(backend);
  }

  /** Waits until the chosen backend has computed the present state. */
  async computed(backend: Exclude<Backend, "plain">): Promise<Computing> {
    const isDone = ({ dataset: { shown, acceleratedAt, refusal, backend: by } }: HTMLElement) => {
      if (refusal !== undefined && by === "none") return true;
      const entries = (text: string | undefined) =>
        JSON.stringify(Object.entries(JSON.parse(text ?? "{}")).sort());
      return acceleratedAt !== undefined && entries(acceleratedAt) === entries(shown);
    };
    const isLate = !(await this.#until(isDone, undefined, patience.backend));
    const found = (await this.host.getAttribute("data-backend")) ?? "none";
    const status = (await this.host.getByRole("status").textContent())?.trim() ?? "";
    if (found === backend && !isLate) return { device: deviceIn(status) };
    const refusal = await this.host.getAttribute("data-refusal");
    if (isLate) return { refusal: `nothing was computed within ${patience.backend / 1000} s` };
    return { refusal: refusal ?? `${backend} did not run here, and ${found} computed instead` };
  }

  /** The parameters that the figure shows and that are not at the given values. */
  async #apart(values: Values): Promise<string[]> {
    const { shown, hidden } = await this.host.evaluate((host: HTMLElement) => {
      const rows = [...host.querySelectorAll<HTMLElement>("[data-parameter]")];
      return {
        shown: JSON.parse(host.dataset["shown"] ?? "{}") as Record<string, unknown>,
        hidden: rows.filter((row) => row.hidden).map((row) => row.dataset["parameter"] ?? ""),
      };
    });
    const order = { choice: 0, toggle: 1, seed: 2, slider: 3 } as const;
    const kinds = this.#experiment.parameters;
    return Object.keys(values)
      .filter((name) => !hidden.includes(name) && shown[name] !== values[name])
      .sort((a, b) => order[kinds[a] ?? "slider"] - order[kinds[b] ?? "slider"]);
  }

  async #setOne(name: string, value: Value): Promise<void> {
    const row = this.host.locator(`[data-parameter="${name}"]`);
    if (await row.isHidden()) return;
    const kind = this.#experiment.parameters[name] ?? "slider";
    if (kind === "choice") await row.locator("select").selectOption(String(value));
    else if (kind === "toggle") await row.locator('input[type="checkbox"]').setChecked(value === true);
    else {
      const field = row.locator('input[type="number"]');
      await field.fill(String(value));
      await field.blur();
    }
    const isTaken = ({ dataset }: HTMLElement, [key, wanted]: readonly [string, Value]) =>
      JSON.parse(dataset["shown"] ?? "{}")[key] === wanted;
    // where it is never taken, the next pass says so
    await this.#until(isTaken, [name, value] as const, patience.control);
  }

  /** Asks the page again and again, since its Content-Security-Policy keeps it from being told what to wait for. */
  async #until<T>(
    isSo: (host: HTMLElement, given: T) => boolean,
    given: T,
    timeout: number,
  ): Promise<boolean> {
    const deadline = Date.now() + timeout;
    while (!(await this.host.evaluate(isSo as (host: HTMLElement, given: unknown) => boolean, given))) {
      if (Date.now() > deadline) return false;
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    return true;
  }
}

function numberIn(text: string | null): number {
  return text === null || text === "" ? Number.NaN : Number(text);
}

/** What stands in brackets behind the backend: “computed by WebGL (SwiftShader) in 3 ms”. */
function deviceIn(status: string): string {
  return /computed by [^(]*\((.*)\) in \d+ ms/.exec(status)?.[1] ?? "";
}
