import { divergenceFromPrior, type Figures } from "../optimum.ts";
import { findRoot } from "./expectation.ts";

/** The training data of the homework's linear model. */
export const trainingData = {
  x: [-1.5, -0.5, 0.5, 1.5],
  y: [-2, -0.2, 1, 1.6],
} as const;

/** Validation data come from y = 0.9 x + noise of variance ¼; their inputs have mean square 1. */
export const validationLaw = { slope: 0.9, noise: 0.25, inputSquare: 1 } as const;

/** Encoder N(wx, σ²), decoder az. */
export interface LinearNetwork {
  readonly weight: number;
  readonly logDeviation: number;
  readonly decoder: number;
}

/** Mean square of the inputs, least-squares slope and mean squared residual of the training data. */
export function trainingMoments(): { readonly v: number; readonly slope: number; readonly residual: number } {
  const { x, y } = trainingData;
  const mean = (f: (x: number, y: number) => number): number =>
    x.reduce((sum, each, n) => sum + f(each, y[n] ?? 0), 0) / x.length;
  const v = mean((a) => a * a);
  const slope = mean((a, b) => a * b) / v;
  return { v, slope, residual: mean((a, b) => (b - slope * a) ** 2) };
}

/** The value of β from which the optimum has collapsed: q̂ = ĉ²v. */
export function collapseOfLinear(): number {
  const { v, slope } = trainingMoments();
  return slope * slope * v;
}

/**
 * The network of least loss ½E(y − az)² + β·rate. For a given decoder a the loss is least at σ² = β/(a² + β),
 * w = aĉ/(a² + β); what is left is a function of a alone, and its derivative has one zero or none.
 */
export function optimalLinear(beta: number): LinearNetwork {
  const { v, slope } = trainingMoments();
  const encoderOf = (a: number): LinearNetwork => ({
    decoder: a,
    weight: (a * slope) / (a * a + beta),
    logDeviation: 0.5 * Math.log(beta / (a * a + beta)),
  });
  const pull = (a: number): number => {
    const { weight, logDeviation } = encoderOf(a);
    return a * Math.exp(2 * logDeviation) - v * weight * (slope - a * weight);
  };
  const smallest = 1e-8;
  if (pull(smallest) >= 0) return { decoder: 0, weight: 0, logDeviation: 0 };
  return encoderOf(findRoot(pull, smallest, 10 * Math.abs(slope) * Math.sqrt(v)));
}

/** What the network is worth on the training data and under the validation law. */
export function figuresOfLinear({ weight, logDeviation, decoder }: LinearNetwork): Figures {
  const { v, slope, residual } = trainingMoments();
  const variance = Math.exp(2 * logDeviation);
  const learned = decoder * weight;
  const spread = decoder * decoder * variance;
  const { inputSquare, noise } = validationLaw;
  const errorMean = noise + (validationLaw.slope - learned) ** 2 * inputSquare;
  const { x } = trainingData;
  const rate = x.reduce((sum, each) => sum + divergenceFromPrior(weight * each, logDeviation), 0) / x.length;
  const trainingError = residual + v * (slope - learned) ** 2 + spread;
  return {
    trainingLoss: 0.5 * trainingError,
    trainingError,
    validationLossMean: 0.5 * errorMean,
    validationLossSample: 0.5 * (errorMean + spread),
    validationErrorMean: errorMean,
    validationErrorSample: errorMean + spread,
    rate,
    meanScale: Math.abs(weight) * Math.sqrt(v),
    secondMoment: weight * weight * v + variance,
  };
}

/** One step of gradient descent on the expected training loss, in w, log σ and a. */
export function descendLinear(network: LinearNetwork, beta: number, stepSize: number): LinearNetwork {
  const { v, slope } = trainingMoments();
  const { weight, logDeviation, decoder } = network;
  const variance = Math.exp(2 * logDeviation);
  const short = v * (slope - decoder * weight);
  return {
    weight: weight - stepSize * (beta * weight * v - decoder * short),
    logDeviation: logDeviation - stepSize * (decoder * decoder * variance + beta * (variance - 1)),
    decoder: decoder - stepSize * (decoder * variance - weight * short),
  };
}
