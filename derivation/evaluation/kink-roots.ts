import type { Binding, Expression } from "../meaning/expression.ts";
import { within } from "../meaning/parts.ts";
import { unalarmed } from "./arithmetic.ts";
import type { Compiler, Evaluate, Frame } from "./compiler.ts";
import { withSlot } from "./compiler.ts";

const PLACES = 64;
const BISECTIONS = 60;

/** Places on the line, dense around 0 and ever wider apart. */
const GRID = Array.from({ length: PLACES }, (_, k) => Math.tan(Math.PI * ((k + 0.5) / PLACES - 0.5)) * 3);

const BENDS = ["absolute", "sign", "floor", "ceiling"];

const isBent = (part: Expression): boolean =>
  part.kind === "cases" ||
  part.kind === "extreme" ||
  (part.kind === "elementary" && BENDS.includes(part.name));

const bisect = (f: (x: number) => number, from: number, to: number): number => {
  let [low, high] = [from, to];
  const isRising = f(low) < 0;
  for (let k = 0; k < BISECTIONS; k += 1) {
    const middle = (low + high) / 2;
    if (f(middle) < 0 === isRising) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

const signChanges = (f: (x: number) => number): readonly number[] => {
  const values = GRID.map(f);
  return GRID.flatMap((x, k) => {
    const [value, next] = [values[k] ?? Number.NaN, values[k + 1] ?? Number.NaN];
    return value * next < 0 ? [bisect(f, x, GRID[k + 1] ?? x)] : [];
  });
};

/**
 * Where a difference vanishes: exactly if it is affine, otherwise where its sign changes on a grid. A last Newton step
 * in the arithmetic at hand gives the place its slopes, so that integrals over moving kinks differentiate rightly.
 */
export const compileRoots = <T>(
  difference: Expression,
  variable: Binding,
  compiler: Compiler<T>,
): ((frame: Frame<T>) => readonly T[]) => {
  const { subtract, divide, constant, value } = compiler.arithmetic;
  const evaluate = compiler.compile(difference);
  let slope: Evaluate<T> | undefined;
  const slot = compiler.slotOf(variable);
  const isSmooth = !within(difference).some(isBent);
  const at = (of: Evaluate<T>, x: T, frame: Frame<T>): T => withSlot(frame, slot, x, of);
  const polish = (x: number, frame: Frame<T>): T => {
    slope ??= compiler.compile({ kind: "derivative", variable, of: difference });
    const start = constant(x);
    const rise = at(slope, start, frame);
    return value(rise) === 0 ? start : subtract(start, divide(at(evaluate, start, frame), rise));
  };
  /** Far out, low + step·x is nearly all rounding: what is left there is taken off again. */
  const solveAffine = (low: T, step: T, frame: Frame<T>): T => {
    const root = divide(subtract(constant(0), low), step);
    return subtract(root, divide(at(evaluate, root, frame), step));
  };
  const rootsIn = (frame: Frame<T>): readonly T[] => {
    const [low, high, far] = [0, 1, 2].map((x) => at(evaluate, constant(x), frame)) as [T, T, T];
    const step = subtract(high, low);
    const isAffine =
      isSmooth &&
      Math.abs(value(far) - value(high) - value(step)) <=
        1e-12 * (Math.abs(value(far)) + Math.abs(value(low)));
    if (isAffine) return value(step) === 0 ? [] : [solveAffine(low, step, frame)];
    return signChanges((x) => value(at(evaluate, constant(x), frame))).map((x) => polish(x, frame));
  };
  return (frame) => unalarmed(compiler.arithmetic, () => rootsIn(frame));
};
