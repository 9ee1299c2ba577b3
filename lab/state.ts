import { clamp, defaultValues, type Parameters, type Values } from "./parameters.ts";

/** The state of a live figure: always the newest, also while its frame has yet to be drawn. */
export interface State {
  values(): Values;
  change(changed: Values): void;
}

/** Values that are fit to be computed with, and a sentence for each thing that was not taken as given. */
export interface CheckedValues {
  readonly values: Values;
  readonly notes: readonly string[];
}

/**
 * Given values laid over base values: numbers only, put into range; unknown names are left out.
 * Each departure from what was given is noted in a sentence.
 */
export function checkValues(
  parameters: Parameters,
  base: Values,
  given: Readonly<Record<string, unknown>>,
): CheckedValues {
  const values: Record<string, number> = { ...base };
  const notes: string[] = [];
  for (const [name, raw] of Object.entries(given)) {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (parameter === undefined) {
      notes.push(`unknown parameter “${name}” ignored; known: ${Object.keys(parameters).join(", ")}`);
      continue;
    }
    const value = typeof raw === "string" && raw.trim() !== "" ? Number(raw) : raw;
    if (typeof value !== "number" || !Number.isFinite(value)) {
      notes.push(`invalid ${name} “${String(raw)}” ignored; it must be a number`);
      continue;
    }
    values[name] = clamp(parameter, value);
    if (values[name] !== value) notes.push(`${name} ${value} put into its range: ${values[name]}`);
  }
  return { values, notes };
}

/** The state that an author gave a figure (JSON), and the state in which a reader's address wants it. */
export function initialState(
  parameters: Parameters,
  authored: string,
  search: string,
  figure: string,
): CheckedValues & { readonly base: Values } {
  const given: unknown = JSON.parse(authored);
  const base = checkValues(parameters, defaultValues(parameters), Object(given)).values;
  return { base, ...checkValues(parameters, base, readState(search, figure)) };
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
