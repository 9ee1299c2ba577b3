import type { Experiment, Quantity } from "../lab/experiment.ts";
import type { TypedNumber } from "./typed-number.ts";

/** Units that a reader may take a number to have, whether or not an experiment of the course declares them. */
const common = ["nats", "nat", "bits", "bit"];

/** Whether a unit as written is the declared one; of “nats” also the singular. */
function isSameUnit(written: string, declared: string): boolean {
  return written === declared || (declared.endsWith("s") && written === declared.slice(0, -1));
}

/**
 * What is wrong with a number's unit, in words; undefined where nothing is. The unit may stand in the link, or behind
 * it, or be left out; a percentage is a number without a unit.
 */
export function findWrongUnit(
  typed: TypedNumber,
  after: string,
  { unit }: Quantity,
  { quantities }: Pick<Experiment, "quantities">,
): string | undefined {
  if (typed.unit !== "" && !isSameUnit(typed.unit, unit)) return typed.unit;
  const isPercentage = typed.style.percent !== "" || /^[\s\u00A0\u2009\u202F]*%/.test(after);
  if (isPercentage && unit !== "") return "%";
  if (isPercentage) return typed.style.percent === "" ? "%" : undefined;
  if (typed.unit !== "") return undefined;
  const known = [...common, ...Object.values(quantities).map((quantity) => quantity.unit)];
  const next = /^[\s\u00A0\u2009\u202F]+(\p{L}+)/u.exec(after)?.[1] ?? "";
  return next !== "" && known.includes(next) && !isSameUnit(next, unit) ? next : undefined;
}
