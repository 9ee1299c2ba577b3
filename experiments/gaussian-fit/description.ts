import { formatQuantity } from "../../lab/measure.ts";
import { formatValue } from "../../lab/parameters.ts";
import { branches, thresholds } from "./bifurcation.ts";
import { fitsOf } from "./fits.ts";
import { separationOf } from "./mixture.ts";
import { parameters, type State, targetOf } from "./parameters.ts";
import type { Stationary } from "./stationary.ts";

/** The densities in words, with the numbers of a state. */
export function describeFit(forward: number, reverse: number, values: State): string {
  const { matched, stationary } = fitsOf(targetOf(values));
  const minima = stationary.filter(({ isMinimum }) => isMinimum);
  return [
    `The target P is a mixture of two Gaussians: mean ${say("left", values)}, deviation`,
    `${say("leftDeviation", values)} and weight ${(1 - values.weight).toFixed(2)}; mean ${say("right", values)},`,
    `deviation ${say("rightDeviation", values)} and weight ${say("weight", values)}.`,
    `The approximation Q is one Gaussian with mean ${say("mean", values)}`,
    `and standard deviation ${say("deviation", values)}.`,
    `Forward divergence ${formatQuantity(forward)} nats, reverse divergence ${formatQuantity(reverse)} nats.`,
    `The forward divergence is least at mean ${place(matched.mean)} and deviation ${place(matched.deviation)};`,
    `the reverse divergence has ${minima.length === 1 ? "one minimum" : `${minima.length} minima`},`,
    `${lowestOf(minima)}.`,
  ].join(" ");
}

/** Where the lowest minimum is, or where both are: mirror images are as low as each other, up to rounding. */
function lowestOf(minima: readonly Stationary[]): string {
  const [lowest, next] = minima;
  const isPair =
    lowest !== undefined &&
    next !== undefined &&
    Math.abs(next.divergence - lowest.divergence) < 1e-9 &&
    Math.abs(next.deviation - lowest.deviation) < 1e-6;
  const deviation = `deviation ${place(lowest?.deviation)}`;
  if (isPair)
    return `the lowest two at means ${place(lowest.mean)} and ${place(next.mean)} with ${deviation}`;
  return `${minima.length === 1 ? "" : "the lowest "}at mean ${place(lowest?.mean)} and ${deviation}`;
}

/** The bifurcation diagram in words. */
export function describeDiagram(values: State): string {
  const { bimodal, appearance, exchange } = thresholds();
  const separation = separationOf(targetOf(values));
  const present =
    separation === undefined
      ? "P’s components are not mirror images now."
      : `P’s separation is ${formatQuantity(separation)} now.`;
  const { mode } = branches();
  const first = formatQuantity(mode[0]?.divergence ?? Number.NaN);
  return [
    "Stationary values of the reverse divergence over the separation a: half the distance of P’s two equal components",
    "over their deviation. A broad, centred minimum is there for every a; its value rises from 0.",
    `P has two modes from a = ${formatQuantity(bimodal)} on. At ${formatQuantity(appearance)} a minimum on each mode`,
    `appears, with a saddle, at ${first} nats; it stays below log 2, and from ${formatQuantity(exchange)} on it is lowest.`,
    present,
  ].join(" ");
}

function say(
  name: "left" | "right" | "leftDeviation" | "rightDeviation" | "weight" | "mean" | "deviation",
  values: State,
): string {
  return formatValue(parameters[name], values[name]);
}

function place(value = Number.NaN): string {
  return formatQuantity(Math.abs(value) < 5e-7 ? 0 : value);
}
