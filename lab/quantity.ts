/** A number that prose may quote. */
export interface Quantity {
  /** As it stands in formulas: "D_KL(P‖Q)", with an underscore before a subscript. */
  readonly label: string;
  /** What it is, in words: "forward divergence". */
  readonly meaning: string;
  readonly unit: string;
  /** Bound on |computed − true| / max(1, |true|) for `compute`, in double precision. */
  readonly error: number;
  /** Bound on |accelerated − computed| / max(1, |computed|) for `accelerate`, in single precision. */
  readonly tolerance: number;
  /** Why `accelerate` leaves it out, in words: "a whole number, which rounding may change"; without it, it must not. */
  readonly plainOnly?: string;
  /** The CSS colour that stands for it in figures: "var(--p)". */
  readonly color: string;
  /** That it counts something, and is shown without decimals. */
  readonly isCount?: true;
}

/** What `compute` returns: at least every declared quantity; ∞ is a value. It is data: it can be cloned. */
export interface Result<Q extends string = string> {
  readonly quantities: Readonly<Record<Q, number>>;
}

/** What `accelerate` returns: every declared quantity but those that say why not (`plainOnly`). It is data. */
export interface AcceleratedResult<Q extends string = string> {
  readonly quantities: Readonly<Partial<Record<Q, number>>>;
}
