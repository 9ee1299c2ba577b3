import { createRandom, type Random } from "../../../lab/random.ts";
import { type Dataset, drawPlaces, type Split, takeImages } from "../images/dataset.ts";
import { drawDigits } from "../images/draw-digits.ts";
import { initialMoments, stepAdam } from "./adam.ts";
import { noiseFor } from "./evaluate.ts";
import { inputsOf, lossOf } from "./network.ts";
import { initialParameters, type Shape } from "./parameters.ts";
import { judgingSeed, type Settings } from "./settings.ts";

/** Digits drawn by us: the training images from the given source; the validation images are always the same. */
export function drawSplit(settings: Settings, random: Random): Split {
  return {
    training: drawDigits(settings.trainingPerClass, random),
    validation: drawDigits(settings.validationPerClass, createRandom(judgingSeed)),
  };
}

/** The same from images at hand, such as MNIST's: the validation images are always the same and not trained on. */
export function splitImages(pool: Dataset, settings: Settings, random: Random): Split {
  const held = drawPlaces(pool, settings.validationPerClass, createRandom(judgingSeed));
  const rest = [...pool.labels.keys()].filter((place) => !held.includes(place));
  const training = drawPlaces(pool, settings.trainingPerClass, random, rest);
  return { training: takeImages(pool, training), validation: takeImages(pool, held) };
}

/** The shape of a network for a data set. */
export function shapeFor({ width, height, classes }: Dataset, { hidden }: Settings): Shape {
  return { inputs: width * height, hidden, classes: classes.length };
}

/**
 * The parameters after training by Adam on all images at once, with a fresh V for each image at each step, in double
 * precision. The source gives the initial weights, then the noise step by step.
 */
export function train(data: Dataset, beta: number, settings: Settings, random: Random): Float64Array {
  const shape = shapeFor(data, settings);
  const parameters = initialParameters(shape, random);
  const moments = initialMoments(parameters.length);
  const inputs = inputsOf(data);
  for (let step = 1; step <= settings.steps; step++) {
    const noise = noiseFor(inputs, random);
    const { gradient } = lossOf(parameters, shape, { inputs, labels: data.labels, noise }, beta);
    stepAdam(parameters, gradient, moments, { step, stepSize: settings.stepSize });
  }
  return parameters;
}
