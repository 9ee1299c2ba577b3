import type { Scope } from "../../derivation/index.ts";

/** Numbers that a reader types, by the name of the symbol: entries of a vector or a matrix one after the other. */
export type Typed = ReadonlyMap<string, readonly number[]>;

/** What a reader may type for a symbol. */
export interface Field {
  readonly name: string;
  readonly kind: "real" | "integer";
  /** The smallest and the largest number that is allowed. */
  readonly from: number;
  readonly to: number;
  /** Rows and columns; a number has one of each, a vector one column. */
  readonly rows: number;
  readonly columns: number;
  /** How many indices tell its entries apart. */
  readonly indices: 0 | 1 | 2;
}

/** A length as a declaration has it: a number, or the name of a declared integer. */
type Length = number | { readonly name: string };

/** The fields of a scope's declared symbols in the order of their declaration, given what is typed in already. */
export function fieldsOf(scope: Scope, typed: Typed): Field[] {
  const lengthOf = (length: Length) =>
    typeof length === "number" ? length : (typed.get(length.name)?.[0] ?? startOf(scope, length.name));
  return scope.names().flatMap((name): Field[] => {
    const meaning = scope.find(name);
    if (meaning?.kind !== "variable" || meaning.binding.isBound) return [];
    const { domain, shape = [] } = meaning.binding;
    const [rows = 1, columns = 1] = shape.map(lengthOf);
    const kind = domain?.kind ?? "real";
    const ends = inside(kind, domain?.from ?? -Infinity, lengthOf(domain?.to ?? Infinity));
    return [{ name, kind, ...ends, rows, columns, indices: shape.length as Field["indices"] }];
  });
}

/** A length that is not typed in yet is the smallest that it can be, or 2. */
function startOf(scope: Scope, name: string): number {
  const meaning = scope.find(name);
  const from = meaning?.kind === "variable" ? (meaning.binding.domain?.from ?? 1) : 1;
  return Math.max(2, Number.isFinite(from) ? from : 2);
}

/** Ends of an interval of reals do not belong to it: what may be typed begins a thousandth inside. */
function inside(kind: Field["kind"], from: number, to: number): Pick<Field, "from" | "to"> {
  if (kind === "integer") return { from, to };
  const width = Number.isFinite(to - from) ? to - from : 1;
  const round = (value: number) => Number(value.toPrecision(12));
  return { from: round(from + width / 1000), to: round(to - width / 1000) };
}

/** Small readable numbers, none of them special. */
const readable = [2, 0.5, 3, 1.5, 0.25, -0.5, 0.75, -2, 5, 0.1, 7];

/** What a field's entries begin with: entries and symbols unlike each other, where their domains allow it. */
export function startValues({ kind, from, to, rows, columns }: Field, place: number): number[] {
  const middle = Number.isFinite(from + to)
    ? from + (to - from) / 3
    : Number.isFinite(from)
      ? from + 1
      : to - 1;
  const allowed = readable.filter(
    (value) => value >= from && value <= to && (kind === "real" || value % 1 === 0),
  );
  const values = allowed.length > 0 ? allowed : [kind === "integer" ? Math.round(middle) : middle];
  return Array.from({ length: rows * columns }, (_, index) => values[(place + index) % values.length] ?? 0);
}

/** A number as the field takes it: whole where it must be, and inside the domain; undefined where it is no number. */
export function clamp(value: number, { kind, from, to }: Field): number | undefined {
  if (!Number.isFinite(value)) return undefined;
  const whole = kind === "integer" ? Math.round(value) : value;
  return Math.min(Math.max(whole, from), to);
}

/** The fields as they are now; each gets as many values as it has entries, inside its domain. */
export function settle(scope: Scope, typed: Map<string, number[]>): Field[] {
  fill(fieldsOf(scope, typed), typed);
  // a length that was not typed in before has a value now
  fill(fieldsOf(scope, typed), typed);
  return fieldsOf(scope, typed);
}

function fill(fields: readonly Field[], typed: Map<string, number[]>): void {
  for (const [place, field] of fields.entries()) {
    const now = typed.get(field.name) ?? [];
    const values = startValues(field, place).map(
      (start, index) => clamp(now[index] ?? start, field) ?? start,
    );
    typed.set(field.name, values);
  }
}
