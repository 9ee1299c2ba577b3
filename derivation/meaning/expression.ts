import type { Refusal } from "../refusal.ts";
import type { Domain } from "./domain.ts";
import type { ElementaryName } from "./elementary-names.ts";
import type { Law } from "./law.ts";
import type { Shape } from "./shape.ts";

/** A name's meaning at one place: two bindings with the same name are different variables. */
export interface Binding {
  readonly name: string;
  /** Bound by a sum, an integral or a function's parameter, rather than declared. */
  readonly isBound: boolean;
  /** Where a declared variable, or each entry of it, lives. */
  readonly domain?: Domain;
  /** Of a vector or a matrix; absent for a number. */
  readonly shape?: Shape;
  /** Of an index: how many entries a vector has over which it runs, as written in a declaration (`n`, `5`). */
  readonly length?: string;
  /** Of a random variable; it may stand inside an expectation or a probability only. */
  readonly law?: () => Law;
}

/** A defined name: a quantity (no parameters) or a function. Its body is read on first use. */
export interface Definition {
  readonly name: string;
  readonly parameters: readonly Binding[];
  /** How many of the parameters, the first ones, are written as a subscript: one in `p_n(z)`. */
  readonly indices?: number;
  /** The body's meaning. Raises a Refusal, without a place, if it cannot be read or refers to itself. */
  readonly body: () => Expression;
  /** Why the body cannot be read, with the place in the TeX that defines it. */
  readonly refusal?: () => Refusal | undefined;
}

export type Comparison = "<" | ">" | "\\le" | "\\ge" | "=" | "\\ne";

export interface Condition {
  readonly left: Expression;
  readonly relation: Comparison;
  readonly right: Expression;
}

/** A branch holds where all its conditions do; without any, everywhere else. */
export interface Branch {
  readonly value: Expression;
  readonly conditions: readonly Condition[];
}

/** What a formula means: a small tree with its names resolved. */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "variable"; readonly binding: Binding }
  | { readonly kind: "sum"; readonly parts: readonly Expression[] }
  /** In a weighed product the first factor is a density, which may underflow where the others overflow. */
  | { readonly kind: "product"; readonly parts: readonly Expression[]; readonly isWeighed?: boolean }
  | { readonly kind: "negative"; readonly of: Expression }
  | { readonly kind: "quotient"; readonly top: Expression; readonly bottom: Expression }
  | { readonly kind: "power"; readonly base: Expression; readonly exponent: Expression }
  | { readonly kind: "elementary"; readonly name: ElementaryName; readonly of: Expression }
  | { readonly kind: "extreme"; readonly isMaximum: boolean; readonly of: readonly Expression[] }
  | { readonly kind: "call"; readonly of: Definition; readonly values: readonly Expression[] }
  | { readonly kind: "cases"; readonly branches: readonly Branch[] }
  | ({ readonly kind: "series"; readonly isProduct: boolean } & Range)
  /** `underNormal` is the body without its factor, if that is the standard normal density over the whole line. */
  | ({ readonly kind: "integral"; readonly underNormal?: Expression } & Range)
  | { readonly kind: "derivative"; readonly variable: Binding; readonly of: Expression }
  /** From above (1), from below (−1), or both; towards ∞ the sides do not matter. */
  | {
      readonly kind: "limit";
      readonly variable: Binding;
      readonly to: Expression;
      readonly sides: readonly number[];
      readonly of: Expression;
    }
  /** Over all entries of a random vector or matrix, which are independent and have one law. */
  | {
      readonly kind: "mean";
      readonly variable: Binding;
      readonly entry: EntryLaw;
      readonly of: Expression;
    }
  /** ∫ … dx without bounds: known up to a constant, so that only its derivative by x is compared. */
  | { readonly kind: "antiderivative"; readonly variable: Binding; readonly of: Expression }
  /** ∇ by every entry of a vector or matrix; of a vector, its Jacobian. */
  | { readonly kind: "gradient"; readonly variable: Binding; readonly of: Expression }
  | {
      readonly kind: "algebra";
      readonly operation: Operation;
      readonly of: readonly Expression[];
      readonly shape: Shape;
    }
  | { readonly kind: "entry"; readonly of: Expression; readonly indices: readonly Expression[] }
  | { readonly kind: "table"; readonly rows: readonly (readonly Expression[])[]; readonly shape: Shape }
  /** A vector or matrix whose entries are given by a formula in its indices. */
  | {
      readonly kind: "comprehension";
      readonly indices: readonly Binding[];
      readonly body: Expression;
      readonly shape: Shape;
    };

/** The law of one entry: in standard units (a normal or a uniform one), or by its weights at integers. */
export type EntryLaw =
  | { readonly kind: "normal" | "uniform"; readonly location: Expression; readonly scale: Expression }
  | {
      readonly kind: "discrete";
      readonly from: Expression;
      readonly to: Expression;
      readonly value: Binding;
      readonly weight: Expression;
    };

/** What linear algebra does with vectors and matrices. `scale` takes the number first. */
export type Operation =
  | "scale"
  | "product"
  | "entrywise"
  | "inner"
  | "transpose"
  | "inverse"
  | "determinant"
  | "trace"
  | "norm"
  | "norm 1"
  | "norm ∞"
  | "identity"
  | "ones"
  | "diagonal";

/** A body over a bound variable that runs from one value to another. */
interface Range {
  readonly variable: Binding;
  readonly from: Expression;
  readonly to: Expression;
  readonly body: Expression;
}

export const number = (value: number): Expression => ({ kind: "number", value });
