import { formatQuantity } from "../../lab/measure.ts";
import { formatValue } from "../../lab/parameters.ts";
import { type Cell, isEmpty, type Totals } from "./divergence.ts";
import { type PairValues, parameters } from "./parameters.ts";

/** The picture in words: both distributions, what fills the hole, what each direction is worth, and why it is ∞. */
export function describePair(values: PairValues, totals: Totals, cells: readonly Cell[]): string {
  const [onlyP, onlyQ] = [
    cells.some(({ logP, logQ }) => !isEmpty(logP) && isEmpty(logQ)),
    cells.some(({ logP, logQ }) => !isEmpty(logQ) && isEmpty(logP)),
  ];
  return [
    `P is ${firstOf(values)}${fillingOf(values)}.`,
    `Q is ${secondOf(values)}.`,
    `D_KL(P‖Q) ${worth(totals.forward, onlyP && totals.massWhereQ0, "P", "Q")},`,
    `D_KL(Q‖P) ${worth(totals.reverse, onlyQ && totals.massWhereP0, "Q", "P")}.`,
    "Below the densities stand the integrand of each direction and its running integral,",
    "and below these both divergences against ε.",
  ].join(" ");
}

type EndName = "pLeft" | "pRight" | "qLeft" | "qRight";

function show(values: PairValues, name: EndName): string {
  return formatValue(parameters[name], values[name]);
}

function firstOf(values: PairValues): string {
  const { pair, weight } = values;
  if (pair === "cauchy") return "standard normal";
  if (pair === "laplace") return "half Laplace around −2 and half Laplace around 2, both of scale 1";
  if (pair === "point" && weight > 0) return `normal with mean 0 and deviation ε = ${amountOf(values)}`;
  if (pair === "point" || pair === "atom") return "the point 0 with probability 1";
  return `uniform on [${show(values, "pLeft")}, ${show(values, "pRight")}]`;
}

function secondOf(values: PairValues): string {
  const { pair } = values;
  if (pair === "uniform") return `uniform on [${show(values, "qLeft")}, ${show(values, "qRight")}]`;
  if (pair === "ramp") return `proportional to x on [0, ${show(values, "qRight")}]`;
  if (pair === "steep") return `proportional to exp(−1/x) on (0, ${show(values, "qRight")}]`;
  if (pair === "point") return "standard normal";
  if (pair === "atom") return "half the point 0 and half standard normal";
  return "standard Cauchy";
}

function fillingOf(values: PairValues): string {
  if (values.weight === 0 || values.pair === "point") return "";
  return `, with a share ε = ${amountOf(values)} of Q mixed in`;
}

function amountOf({ weight }: PairValues): string {
  return formatValue(parameters.weight, weight);
}

/** A value, or ∞ with its reason: probability where there must be none, or a divergent integral. */
function worth(value: number, mass: number | false, front: string, behind: string): string {
  if (value !== Infinity) return `= ${formatQuantity(value)} nats`;
  if (mass === false)
    return `= ∞, because its integral diverges although ${behind} is positive wherever ${front} is`;
  return `= ∞, because ${front} has probability ${probability(mass)} where ${behind} has none`;
}

/** A probability that is not 0, and is not said to be: not where it is too small to be written, nor where it underflows. */
function probability(mass: number): string {
  if (mass >= 1e-9) return formatQuantity(mass);
  return mass >= 1e-300 ? `below ${powerAbove(mass)}, but not 0,` : "below 10⁻³⁰⁰, but not 0,";
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** The next power of ten above a number below 1: "10⁻⁴⁶". */
function powerAbove(value: number): string {
  const exponent = String(-Math.floor(Math.log10(value)) - 1);
  return `10⁻${Array.from(exponent, (digit) => superscripts[Number(digit)]).join("")}`;
}
