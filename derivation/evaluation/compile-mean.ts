import type { Expression } from "../meaning/expression.ts";
import { extentOf } from "../meaning/shape.ts";
import { Refusal } from "../refusal.ts";
import { unalarmed } from "./arithmetic.ts";
import type { Compiler, Evaluate, Frame } from "./compiler.ts";
import { withSlot } from "./compiler.ts";
import { gaussHermite } from "./gauss-hermite.ts";
import { gaussLegendre } from "./gauss-legendre.ts";
import { lengthIn } from "./lengths.ts";
import { remember } from "./remember.ts";
import { Tensor } from "./tensor.ts";

type Mean = Extract<Expression, { readonly kind: "mean" }>;
type EntryLaw = Mean["entry"];

/** A value that one entry takes, and its share. */
interface Atom<T> {
  readonly value: T;
  readonly weight: T;
}

/** Places per entry, until two rules agree; a polynomial of degree 2n − 1 needs n. Source: NIST DLMF 3.5(v). */
const RULES = [3, 4, 6, 9, 13, 19, 28, 40];
const MOST_PLACES = 40_000;
const AGREEMENT = 1e-13;
const ACCEPTABLE = 1e-7;
/** The rules' differences shrink geometrically; so much less than that is trusted. */
const CAUTION = 30;
/** Corners of so little weight count for nothing, even where the value grows exponentially. */
const VOID = 1e-40;

const legendre = new Map<number, readonly (readonly [at: number, weight: number])[]>();

const standardRule = (kind: "normal" | "uniform", n: number): readonly (readonly [number, number])[] => {
  if (kind === "normal") return gaussHermite(n).at.map((at, k) => [at, gaussHermite(n).weights[k] ?? 0]);
  return remember(legendre, n, () =>
    gaussLegendre(n).map(({ at, isFromRight, weight }) => [isFromRight ? 1 - at : at, weight]),
  );
};

type Atoms<T> = (frame: Frame<T>, n: number) => readonly Atom<T>[];

const compileAtoms = <T>(entry: EntryLaw, { arithmetic, compile, slotOf }: Compiler<T>): Atoms<T> => {
  const { constant, add, multiply, value } = arithmetic;
  if (entry.kind !== "discrete") {
    const [location, scale] = [compile(entry.location), compile(entry.scale)];
    return (frame, n) => {
      const [start, unit] = [location(frame), scale(frame)];
      return standardRule(entry.kind, n).map(([at, weight]) => ({
        value: unalarmed(arithmetic, () => add(start, multiply(unit, constant(at)))),
        weight: constant(weight),
      }));
    };
  }
  const [from, to, weigh] = [compile(entry.from), compile(entry.to), compile(entry.weight)];
  const slot = slotOf(entry.value);
  return (frame) => {
    const [first, last] = [value(from(frame)), value(to(frame))];
    if (!(last - first < RULES.length * 10)) throw new Refusal("entries with infinitely many values");
    return Array.from({ length: last - first + 1 }, (_, k) => {
      const at = constant(first + k);
      return { value: at, weight: withSlot(frame, slot, at, weigh) };
    });
  };
};

/** The sum over all combinations of atoms, and of its terms' sizes. */
const sumOver = <T>(
  atoms: readonly Atom<T>[],
  count: number,
  at: (entries: readonly T[]) => T,
  { arithmetic }: Compiler<T>,
): { readonly value: T; readonly size: number } => {
  const { add, multiply, size, constant } = arithmetic;
  let [total, sizes] = [constant(0), 0];
  const visit = (entries: readonly T[], weight: T): void => {
    if (size(weight) < VOID) return;
    if (entries.length === count) {
      const term = multiply(weight, at(entries));
      total = add(total, term);
      sizes += size(term);
      return;
    }
    for (const atom of atoms) visit([...entries, atom.value], multiply(weight, atom.weight));
  };
  visit([], constant(1));
  return { value: total, size: sizes };
};

/** The mean over a vector or matrix with independent entries of one law. Raises a Refusal if rules do not agree. */
export const compileMean = <T>({ variable, entry, of }: Mean, compiler: Compiler<T>): Evaluate<T> => {
  const { arithmetic, budget } = compiler;
  const [rows, columns] = extentOf(variable.shape ?? []);
  const atomsIn = compileAtoms(entry, compiler);
  const body = compiler.compileRepeated(of);
  const slot = compiler.slotOf(variable);
  return (frame) => {
    const [height, width] = [lengthIn(rows, frame, compiler), lengthIn(columns, frame, compiler)];
    const rule = (n: number): { readonly value: T; readonly size: number } =>
      unalarmed(arithmetic, () =>
        sumOver(
          atomsIn(frame, n),
          height * width,
          (entries) => {
            budget.spend(1);
            return withSlot(frame, slot, new Tensor(height, width, entries), body);
          },
          compiler,
        ),
      );
    if (entry.kind === "discrete") return rule(0).value;
    return converged(rule, height * width, compiler);
  };
};

const converged = <T>(
  rule: (n: number) => { readonly value: T; readonly size: number },
  entries: number,
  { arithmetic }: Compiler<T>,
): T => {
  const { size, subtract, widen } = arithmetic;
  let before: T | undefined;
  let gapBefore = Number.POSITIVE_INFINITY;
  let best: { readonly value: T; readonly error: number; readonly share: number } | undefined;
  for (const n of RULES.filter((places) => places ** entries <= MOST_PLACES)) {
    const { value, size: whole } = rule(n);
    const last = before;
    const gap = last === undefined ? whole : unalarmed(arithmetic, () => size(subtract(value, last)));
    const left = Number.isFinite(gapBefore) ? gap * Math.min(1, CAUTION * (gap / gapBefore)) : gap;
    best = { value, error: left + 1e-15 * whole, share: left / whole };
    if (left <= AGREEMENT * whole) break;
    [before, gapBefore] = [value, last === undefined ? gapBefore : gap];
  }
  if (!best || !(best.share <= ACCEPTABLE || best.error === 0))
    throw new Refusal("a mean over so many entries, or of so sharp a function, is not computed");
  return widen(best.value, best.error);
};
