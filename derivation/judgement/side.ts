import type { Bounded } from "../evaluation/bounded.ts";
import type { Compiler, Frame } from "../evaluation/compiler.ts";
import type { Tensor } from "../evaluation/tensor.ts";
import type { Expression } from "../meaning/expression.ts";
import { declaredIn } from "../meaning/parts.ts";
import { Refusal, refusable } from "../refusal.ts";
import type { Sample } from "./sample.ts";
import { frameAt } from "./sample.ts";

/** A side of a chain, compiled once; what it came to at a sample is kept for its neighbours. */
export interface Side {
  /** In double precision; undefined where it is refused, or where rounding leaves a doubt. */
  readonly quickly: (sample: Sample) => number | Tensor<number> | undefined;
  /** With an error bound. Raises a Refusal. */
  readonly carefully: (sample: Sample) => Bounded | Tensor<Bounded>;
  /** The same, with integrals by slow rules alone. Raises a Refusal. */
  readonly patiently: (sample: Sample) => Bounded | Tensor<Bounded>;
}

/** The compilers that all sides of a chain share. */
export interface Compilers {
  readonly quick: Compiler<number>;
  readonly careful: Compiler<Bounded>;
  readonly patient: Compiler<Bounded>;
}

/** By the sample's number; a side without variables has one value. Points that are no samples are not kept. */
const remembering = <R>(expression: Expression, evaluate: (sample: Sample) => R): ((sample: Sample) => R) => {
  const known = new Map<number, R>();
  const isConstant = declaredIn(expression).size === 0;
  return (sample) => {
    const index = isConstant ? 0 : sample.index;
    if (index === undefined) return evaluate(sample);
    const found = known.has(index) ? (known.get(index) as R) : evaluate(sample);
    known.set(index, found);
    return found;
  };
};

/** A closure, made when it is first needed. */
const lazily = <T, R>(compile: () => (frame: Frame<T>) => R): ((frame: Frame<T>) => R) => {
  let made: ((frame: Frame<T>) => R) | undefined;
  return (frame) => {
    made ??= compile();
    return made(frame);
  };
};

export const createSide = (expression: Expression, { quick, careful, patient }: Compilers): Side => {
  const { alarm } = quick.arithmetic;
  const run = lazily(() => quick.compileAny(expression));
  const runCarefully = lazily(() => careful.compileAny(expression));
  const runPatiently = lazily(() => patient.compileAny(expression));
  return {
    quickly: remembering(expression, ({ point }) => {
      if (alarm) alarm.raised = 0;
      const value = refusable(() => run(frameAt(point, quick)));
      return value instanceof Refusal || (alarm && alarm.raised > 0) ? undefined : value;
    }),
    carefully: remembering(expression, ({ point }) => runCarefully(frameAt(point, careful))),
    patiently: remembering(expression, ({ point }) => runPatiently(frameAt(point, patient))),
  };
};
