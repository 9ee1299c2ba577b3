import { describe, expect, test } from "vitest";
import { CORPUS, POINT } from "./corpus.ts";
import { CALCULUS_CORPUS } from "./corpus-calculus.ts";
import { LEARNING } from "./corpus-learning.ts";
import { EXPLAINED } from "./second-opinion.ts";

/** What we use of Compute Engine, a development dependency: parse, substitute, evaluate. */
interface Engine {
  readonly parse: (tex: string) => { readonly N: () => { readonly re: number; readonly im: number } };
  readonly assign: (name: string, value: number) => void;
}

const NAME = "@cortex-js/compute-engine";

/** The engine with the corpus’s point, or undefined where the package is not installed. */
const createEngine = async (): Promise<Engine | undefined> => {
  const loaded = (await import(/* @vite-ignore */ NAME).catch(() => undefined)) as
    | { readonly ComputeEngine: new () => Engine }
    | undefined;
  if (!loaded) return undefined;
  const engine = new loaded.ComputeEngine();
  for (const [name, value] of Object.entries(POINT))
    if (typeof value === "number") engine.assign(name.replace("\\", ""), value);
  return engine;
};

const engine = await createEngine();

/** \log without a base is natural here, and decimal there; definitions and functions are ours alone. */
const isShared = (tex: string): boolean => !/\\quad|f\(|f'|\\sech|\\lfloor|\\left\.|\]_0/.test(tex);
const adapted = (tex: string): string =>
  tex.replace(/\\log(?!_)/g, "\\ln").replace(/\\operatorname\{ar/g, "\\operatorname{ar");

const shared = [...CORPUS, ...CALCULUS_CORPUS, ...LEARNING].filter(
  ([tex, value]) =>
    isShared(tex) && Number.isFinite(value) && !/[wq]_|w|q/.test(tex.replace(/\\[a-z]+/g, "")),
);

describe.skipIf(!engine)("Compute Engine finds the same value, where it can read the formula", () => {
  const readable: string[] = [];

  test.each(shared)(
    "%s",
    (tex, value) => {
      const found = engine?.parse(adapted(tex)).N();
      if (!found || !Number.isFinite(found.re) || tex in EXPLAINED) return;
      readable.push(tex);
      expect(Math.abs(found.re - value)).toBeLessThan(1e-6 * Math.max(1, Math.abs(value)));
    },
    60_000,
  );

  test("it can read at least half of them", () => {
    expect(readable.length).toBeGreaterThan(shared.length / 2);
  });
});
