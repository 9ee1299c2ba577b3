/** A node of a double-exponential rule: the abscissa is start + offset·scale of the interval, the weight is dx/dt. */
export interface Node {
  readonly at: number;
  /** Measured from the right end of a finite interval, where this keeps more digits. */
  readonly isFromRight: boolean;
  readonly weight: number;
}

export type Shape = "finite" | "half-line" | "line";

const HALF_PI = Math.PI / 2;
const REACH = 4.5;
/** Towards a finite end it goes on, where the integrand may be as large as x^(−0.9). */
const FINITE_REACH = 4.98;
/** Abscissas on infinite intervals stay below 1e50, so that their powers do not overflow. */
const LARGEST_EXPONENT = Math.log(1e50);

/** x = 1/(1 + e^(−π sinh t)) on (0, 1). */
const finite = (t: number): Node => {
  const q = Math.exp(-Math.PI * Math.abs(Math.sinh(t)));
  const at = q / (1 + q);
  return { at, isFromRight: t > 0, weight: (Math.PI * Math.cosh(t) * q) / (1 + q) ** 2 };
};

/** x = e^(π/2 sinh t) on (0, ∞). */
const halfLine = (t: number): Node => {
  const at = Math.exp(HALF_PI * Math.sinh(t));
  return { at, isFromRight: false, weight: HALF_PI * Math.cosh(t) * at };
};

/** x = sinh(π/2 sinh t) on (−∞, ∞). */
const line = (t: number): Node => {
  const s = HALF_PI * Math.sinh(t);
  return { at: Math.sinh(s), isFromRight: false, weight: HALF_PI * Math.cosh(t) * Math.cosh(s) };
};

const MAP: Record<Shape, (t: number) => Node> = { finite, "half-line": halfLine, line };

const isUsable = (shape: Shape, t: number): boolean =>
  shape === "finite"
    ? Math.abs(t) <= FINITE_REACH
    : Math.abs(t) <= REACH && Math.abs(HALF_PI * Math.sinh(t)) <= LARGEST_EXPONENT;

/** Steps of t: each level halves the one before and adds the nodes between. */
export const stepAt = (level: number): number => 0.5 ** level;

const makeNodes = (shape: Shape, level: number): readonly Node[] => {
  const h = stepAt(level);
  const nodes: Node[] = [];
  const count = Math.ceil(FINITE_REACH / h);
  for (let k = -count; k <= count; k += 1) {
    const isNew = level === 0 || k % 2 !== 0;
    if (isNew && isUsable(shape, k * h)) nodes.push(MAP[shape](k * h));
  }
  return nodes;
};

const cache = new Map<string, readonly Node[]>();

/**
 * The nodes that a level adds to the levels before it.
 * Source: Takahasi & Mori, Publ. RIMS 9 (1974), 721; Mori & Sugihara, J. Comput. Appl. Math. 127 (2001), 287.
 */
export const nodesAt = (shape: Shape, level: number): readonly Node[] => {
  const key = `${shape} ${level}`;
  const nodes = cache.get(key) ?? makeNodes(shape, level);
  cache.set(key, nodes);
  return nodes;
};
