import type { Experiment } from "./experiment.ts";
import { defaultValues, type Parameters, readValue, type Value, type Values } from "./parameters.ts";

/** The part of an experiment that says which states there are. */
export type StateSpace = Pick<Experiment, "parameters" | "constrain">;

/** Values that are fit to be computed with, and a sentence for each thing that was not taken as given. */
export interface CheckedValues {
  readonly values: Values;
  readonly notes: readonly string[];
}

/**
 * Given values laid over base values, numbers put into range, and all made to fit together; unknown names and unfit
 * values are left out. Each departure from what was given is noted in a sentence.
 */
export function checkValues(
  space: StateSpace,
  base: Values,
  given: Readonly<Record<string, unknown>>,
): CheckedValues {
  const { taken, notes } = readGiven(space.parameters, given);
  const laid = { ...base, ...taken };
  const values = constrained(space, laid, Object.keys(taken));
  const moved = Object.keys(values).filter((name) => values[name] !== laid[name]);
  const fitted = moved.map((name) => `${name} set to ${values[name]}, so that the values fit together`);
  return { values, notes: [...notes, ...fitted] };
}

/** The values as the experiment lets them stand together; `moved` names those that keep their place. */
export function constrained(space: StateSpace, values: Values, moved: readonly string[]): Values {
  return space.constrain?.(values, moved) ?? values;
}

function readGiven(parameters: Parameters, given: Readonly<Record<string, unknown>>) {
  const taken: Record<string, Value> = {};
  const notes: string[] = [];
  for (const [name, raw] of Object.entries(given)) {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (parameter === undefined) {
      notes.push(`unknown parameter “${name}” ignored; known: ${Object.keys(parameters).join(", ")}`);
      continue;
    }
    const read = readValue(parameter, raw);
    if ("expected" in read) {
      notes.push(`invalid ${name} “${String(raw)}” ignored; it must be ${read.expected}`);
      continue;
    }
    taken[name] = read.value;
    if (!read.isAsGiven) notes.push(`${name} ${String(raw)} put into its range: ${read.value}`);
  }
  return { taken, notes };
}

/** The state that an author gave a figure (JSON), and the state in which a reader's address wants it. */
export function initialState(
  space: StateSpace,
  authored: string,
  search: string,
  figure: string,
): CheckedValues & { readonly base: Values } {
  const given: unknown = JSON.parse(authored);
  const base = checkValues(space, defaultValues(space.parameters), Object(given)).values;
  return { base, ...checkValues(space, base, readState(search, figure)) };
}

/**
 * The state of one figure in a page's query: `?gaussian-fit.mean=0&gaussian-fit.deviation=0.6`.
 * A query, not a hash: the hash belongs to the part of the page that a link leads to.
 */
export function readState(search: string, figure: string): Record<string, string> {
  const prefix = `${figure}.`;
  const own = [...new URLSearchParams(search)].filter(([key]) => key.startsWith(prefix));
  return Object.fromEntries(own.map(([key, value]) => [key.slice(prefix.length), value]));
}

/** The query with this figure's state in place of its old one; values equal to the base are left out. */
export function writeState(search: string, figure: string, values: Values, base: Values): string {
  const query = new URLSearchParams(search);
  for (const key of [...query.keys()]) if (key.startsWith(`${figure}.`)) query.delete(key);
  for (const [name, value] of Object.entries(values)) {
    if (value !== base[name]) query.set(`${figure}.${name}`, String(value));
  }
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}
