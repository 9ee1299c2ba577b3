import type { Dimension } from "../meaning/shape.ts";
import { Refusal } from "../refusal.ts";
import type { Compiler, Frame } from "./compiler.ts";
import { valueIn } from "./compiler.ts";

const LONGEST = 10_000;

/** A length at a point: a whole number from 1. */
export const lengthIn = <T>(
  dimension: Dimension,
  frame: Frame<T>,
  { arithmetic, slotOf }: Pick<Compiler<T>, "arithmetic" | "slotOf">,
): number => {
  const length =
    typeof dimension === "number" ? dimension : arithmetic.value(valueIn(frame, slotOf(dimension)));
  if (!Number.isInteger(length) || length < 1 || length > LONGEST) throw new Refusal(`a length of ${length}`);
  return length;
};
