import type { Page } from "playwright";
import type { Value, Values } from "../../lab/parameters.ts";
import type { ManifestExperiment } from "../manifest.ts";
import { FigureHost } from "./figure-host.ts";
import type { Backend } from "./outcome.ts";

/** Milliseconds that a figure may take to become live, to follow a control, and to be computed by a backend. */
const patience = { live: 60_000, control: 20_000, backend: 90_000 };

/** What a reader's backend has computed; or why it has not. */
export type Computing = { readonly device: string } | { readonly refusal: string };

/** The numbers of a figure's table, by quantity: in double precision, and as tf.js has computed them. */
export interface LiveNumbers {
  readonly plain: Readonly<Record<string, number>>;
  readonly accelerated: Readonly<Record<string, number>>;
}

/** Brings a figure to the screen and waits until it is live; or says why it is not. */
export async function wakeFigure(
  page: Page,
  name: string,
  experiment: ManifestExperiment,
): Promise<FigureDriver | { readonly refusal: string }> {
  const host = await FigureHost.find(page, name);
  if (host === undefined) return { refusal: "the page has no such figure" };
  await host.until(({ dataset }) => /live|failed/.test(dataset["state"] ?? ""), undefined, patience.live);
  const { state = "still" } = await host.marks();
  if (state === "live") return new FigureDriver(host, experiment);
  return { refusal: `the figure is not live (its state is ${state})` };
}

/** A live figure, driven by its public controls as a reader drives it. */
export class FigureDriver {
  readonly #host: FigureHost;
  readonly #experiment: ManifestExperiment;

  constructor(host: FigureHost, experiment: ManifestExperiment) {
    this.#host = host;
    this.#experiment = experiment;
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

  /** The numbers that stand in the live table, in full; those that are not there are left out. */
  async numbers(): Promise<LiveNumbers> {
    const texts = await this.#host.element.evaluate((host) => {
      const read = (key: "quantity" | "accelerated") =>
        [...host.querySelectorAll<HTMLDataElement>(`data[data-${key}]`)].map(
          (data) => [data.dataset[key] ?? "", data.value] as const,
        );
      return { plain: read("quantity"), accelerated: read("accelerated") };
    });
    const parse = (entries: readonly (readonly [string, string])[]) =>
      Object.fromEntries(entries.map(([name, text]) => [name, text === "" ? Number.NaN : Number(text)]));
    return { plain: parse(texts.plain), accelerated: parse(texts.accelerated) };
  }

  /** Chooses what computes, in the figure's own list, and waits until it has. */
  async choose(backend: Exclude<Backend, "plain">): Promise<Computing> {
    const isOffered = (host: HTMLElement) =>
      host.querySelector<HTMLElement>('select[aria-label="Computed by"]')?.hidden === false;
    // the list is there once a reader has acted and something has been computed
    if (!(await this.#host.element.evaluate(isOffered))) {
      await (await this.#host.part('[data-action="reset"]')).click();
      const isThere = await this.#host.until(isOffered, undefined, patience.backend);
      if (!isThere) return { refusal: "the figure offers no choice of what computes" };
    }
    await this.#host.element.evaluate((host) => {
      // marks of an earlier computation, so that this one's can be told from them
      for (const name of ["backend", "acceleratedAt", "refusal"]) delete host.dataset[name];
    });
    await (await this.#host.part('select[aria-label="Computed by"]')).selectOption(backend);
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
    const isLate = !(await this.#host.until(isDone, undefined, patience.backend));
    const { backend: found = "none", refusal } = await this.#host.marks();
    const status = (await (await this.#host.part('[role="status"]')).textContent())?.trim() ?? "";
    if (found === backend && !isLate) return { device: deviceIn(status) };
    if (isLate) return { refusal: `nothing was computed within ${patience.backend / 1000} s` };
    return { refusal: refusal ?? `${backend} did not run here, and ${found} computed instead` };
  }

  /** The parameters that the figure shows and that are not at the given values. */
  async #apart(values: Values): Promise<string[]> {
    const { shown, hidden } = await this.#host.element.evaluate((host) => {
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
    const row = `[data-parameter="${name}"]`;
    if (!(await (await this.#host.part(row)).isVisible())) return;
    const kind = this.#experiment.parameters[name] ?? "slider";
    if (kind === "choice") await (await this.#host.part(`${row} select`)).selectOption(String(value));
    else if (kind === "toggle")
      await (await this.#host.part(`${row} input[type="checkbox"]`)).setChecked(value === true);
    else {
      const field = await this.#host.part(`${row} input[type="number"]`);
      await field.fill(String(value));
      await field.evaluate((element) => element.blur());
    }
    const isTaken = ({ dataset }: HTMLElement, [key, wanted]: readonly [string, Value]) =>
      JSON.parse(dataset["shown"] ?? "{}")[key] === wanted;
    // where it is never taken, the next pass says so
    await this.#host.until(isTaken, [name, value] as const, patience.control);
  }
}

/** What stands in brackets behind the backend: “computed by WebGL (SwiftShader) in 3 ms”. */
function deviceIn(status: string): string {
  return /computed by [^(]*\((.*)\) in \d+ ms/.exec(status)?.[1] ?? "";
}
