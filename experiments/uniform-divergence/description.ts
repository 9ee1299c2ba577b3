import { formatQuantity } from "../../lab/measure.ts";
import { formatValue, type Parameters } from "../../lab/parameters.ts";
import type { PairValues } from "./pair.ts";

/** The picture in words: both supports, what fills the hole, what each direction is worth, and why it is ∞. */
export function describePair(
  parameters: Parameters<keyof PairValues>,
  values: PairValues,
  { forward, reverse }: Readonly<Record<"forward" | "reverse", number>>,
): string {
  const show = (name: keyof PairValues): string => formatValue(parameters[name], values[name]);
  const filling = values.weight > 0 ? `, with a share ε = ${show("weight")} of Q mixed in` : "";
  return [
    `P is uniform on [${show("pLeft")}, ${show("pRight")}]${filling}.`,
    `Q is uniform on [${show("qLeft")}, ${show("qRight")}].`,
    `D(P‖Q) ${worth(forward, "P", "Q")}, D(Q‖P) ${worth(reverse, "Q", "P")}.`,
    "Below the densities stand the integrand of each direction and its running integral.",
  ].join(" ");
}

/** A value, or ∞ with its reason. */
function worth(value: number, front: string, behind: string): string {
  if (value !== Infinity) return `= ${formatQuantity(value)} nats`;
  return `= ∞, because ${front} has probability where ${behind} is 0`;
}
