import { clamp, formatNumber, type Slider } from "./slider.ts";

export { type Slider, type SliderOptions, slider } from "./slider.ts";

/** One of several named things: "square" or "sine". */
export interface Choice<O extends string = string> {
  readonly kind: "choice";
  readonly label: string;
  readonly meaning: string;
  readonly default: O;
  /** What each choice is called; its name stands in addresses. */
  readonly options: Readonly<Record<O, string>>;
  /** That it concerns the picture alone: a run goes on when it changes. */
  readonly isView?: boolean;
}

/** Something that is so or not. */
export interface Toggle {
  readonly kind: "toggle";
  readonly label: string;
  readonly meaning: string;
  readonly default: boolean;
  /** That it concerns the picture alone: a run goes on when it changes. */
  readonly isView?: boolean;
}

/** Where random numbers start: a whole number. A reader draws anew by taking the next. */
export interface Seed {
  readonly kind: "seed";
  readonly label: string;
  readonly meaning: string;
  readonly default: number;
}

/** A declared parameter. */
export type Parameter = Slider | Choice | Toggle | Seed;
/** A parameter's value. */
export type Value = number | string | boolean;
/** The values of an experiment's parameters, by name. */
export type Values = Readonly<Record<string, Value>>;
/** Parameters by name. */
export type Parameters = Readonly<Record<string, Parameter>>;
/** The values of declared parameters, each of its own type. */
export type ValuesOf<S extends Parameters> = { readonly [K in keyof S]: ValueOf<S[K]> };
type ValueOf<P> =
  P extends Choice<infer O> ? O : P extends Toggle ? boolean : P extends Slider | Seed ? number : Value;

/** A choice; throws a RangeError if its default is none of its options. */
export function choice<const O extends string>(
  given: Omit<Choice<O>, "kind" | "default"> & { readonly default: NoInfer<O> },
): Choice<O> {
  if (!Object.hasOwn(given.options, given.default)) {
    throw new RangeError(`choice ${given.label}: default “${given.default}” is none of its options`);
  }
  return { ...given, kind: "choice" };
}

/** A toggle. */
export function toggle(given: Omit<Toggle, "kind">): Toggle {
  return { ...given, kind: "toggle" };
}

/** A seed; its default is 1. */
export function seed(given: Partial<Omit<Seed, "kind">> = {}): Seed {
  return { label: "seed", meaning: "where the random numbers start", default: 1, ...given, kind: "seed" };
}

/** The default value of every parameter. */
export function defaultValues<S extends Parameters>(parameters: S): ValuesOf<S> {
  const entries = Object.entries(parameters).map(([name, parameter]) => [name, parameter.default]);
  return Object.fromEntries(entries) as ValuesOf<S>;
}

/** The value as a reader sees it. */
export function formatValue(parameter: Parameter, value: Value): string {
  if (parameter.kind === "slider") return formatNumber(parameter, Number(value));
  if (parameter.kind === "choice") return parameter.options[String(value)] ?? String(value);
  if (parameter.kind === "toggle") return value === true ? "yes" : "no";
  return String(value);
}

/** A value fit to be computed with, and whether it is what was given; or, in words, what it should have been. */
export type ReadValue =
  | { readonly value: Value; readonly isAsGiven: boolean }
  | { readonly expected: string };

/** A value from an address, a page or code. Numbers are put into range; nothing else is guessed. */
export function readValue(parameter: Parameter, raw: unknown): ReadValue {
  if (parameter.kind === "choice") {
    if (typeof raw === "string" && Object.hasOwn(parameter.options, raw))
      return { value: raw, isAsGiven: true };
    return { expected: `one of ${Object.keys(parameter.options).join(", ")}` };
  }
  if (parameter.kind === "toggle") {
    if (raw === true || raw === "true") return { value: true, isAsGiven: true };
    if (raw === false || raw === "false") return { value: false, isAsGiven: true };
    return { expected: "true or false" };
  }
  const number = typeof raw === "string" && raw.trim() !== "" ? Number(raw) : raw;
  if (typeof number !== "number" || !Number.isFinite(number)) return { expected: "a number" };
  const value = parameter.kind === "slider" ? clamp(parameter, number) : wholeNumber(number);
  return { value, isAsGiven: value === number };
}

/** The largest seed: seeds have 32 bits. */
const largestSeed = 2 ** 32 - 1;

function wholeNumber(value: number): number {
  return Math.min(largestSeed, Math.max(0, Math.round(value)));
}

/** Where an experiment's random numbers start: its seed parameter, or 0 where it declares none. */
export function seedOf(parameters: Parameters, values: Values): number {
  const name = Object.keys(parameters).find((each) => parameters[each]?.kind === "seed");
  return name === undefined ? 0 : Number(values[name]);
}
