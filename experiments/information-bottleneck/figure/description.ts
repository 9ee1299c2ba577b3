import { formatQuantity } from "../../../lab/measure.ts";
import { isLine } from "../models.ts";
import type { BottleneckValues } from "../state.ts";
import { storedSweep } from "../stored-sweep.ts";
import { type BottleneckResult, originOf } from "./drawing.ts";
import { pointsOf, reachOf, scalesOf } from "./latent-points.ts";
import { number } from "./layout.ts";

const modelWords = {
  digits: "a network trained on images of digits",
  linear: "the linear model",
  two: "the model with two classes",
  three: "the model with three classes",
} as const;

/** The picture in words: what is shown, how wide the latent space lies, and what it is worth. */
export function describeBottleneck(result: BottleneckResult, values: BottleneckValues): string {
  const { model, beta, dots, seed } = values;
  const { quantities, latents } = result;
  const reach = reachOf(pointsOf(model, latents, dots, seed), isLine(model));
  const { secondMoment, meanScale } = scalesOf(model, latents);
  const error = model === "linear" ? "squared validation error" : "validation error";
  return [
    `Latent space of ${modelWords[model]} (${originOf(values, undefined)}):`,
    `${dots === "samples" ? "samples" : "means"} within ±${number(reach)},`,
    `second moment of the samples ${number(secondMoment)}, root mean square of the means ${number(meanScale)}.`,
    model === "digits"
      ? `The images are ${storedSweep.images}; what follows are means over ${storedSweep.seeds.length} stored seeds.`
      : "",
    `At β = ${number(beta)} the training task loss is ${formatQuantity(quantities.trainingLoss)} nats,`,
    `the ${error} ${formatQuantity(quantities.validationErrorMean)} from the mean latent and`,
    `${formatQuantity(quantities.validationErrorSample)} from a sampled one, the rate ${formatQuantity(quantities.rate)} nats.`,
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}
