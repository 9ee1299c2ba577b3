import { formatQuantity } from "../../lab/measure.ts";
import type { Comparison, Setting } from "./comparison.ts";
import { number } from "./diagram.ts";
import { functionLabel } from "./function-band.ts";

/** Both panels in words: the block diagram with its numbers, and how noisy the two estimates are. */
export function describeComparison({ quantities }: Comparison, setting: Setting): string {
  const { mean, deviation, noise, target } = setting;
  const { sample, gradient, pathwiseVariance, scoreVariance, bias } = quantities;
  return [
    "Block diagram: noise V enters a multiplier with σ, the product enters an adder with μ, and Z comes out;",
    "σ and μ come from the encoder, and derivatives go back to them, ∂Z/∂σ = V and ∂Z/∂μ = 1.",
    `With V = ${number(noise)}, σ = ${number(deviation)} and μ = ${number(mean)}, Z = ${number(sample)}.`,
    "Below, samples of Z pile up under the density of N(μ, σ²).",
    `For f(z) = ${functionLabel(setting)} the derivative of E[f(Z)] with respect to ${target === "mean" ? "μ" : "σ"}`,
    `is ${formatQuantity(gradient)}. One pathwise estimate has the variance ${formatQuantity(pathwiseVariance)},`,
    `one score estimate ${formatQuantity(scoreVariance)}: ${verdict(quantities)}.`,
    ...(Math.abs(bias) > 1e-9
      ? [`The pathwise estimate is biased by ${formatQuantity(bias)}: f jumps.`]
      : []),
  ].join(" ");
}

function verdict({ bias, noiseRatio }: Comparison["quantities"]): string {
  if (Math.abs(bias) > 1e-9) return "the pathwise estimate is quiet and wrong";
  return noiseRatio < 1 ? "the pathwise estimate is the quieter" : "the score estimate is the quieter";
}
