import { figuresOfLinear, optimalLinear } from "../exact/linear-gaussian.ts";
import { betaOfRadius, figuresOfThreeClasses } from "../exact/three-classes.ts";
import { betaOfRatio, figuresOfTwoClasses } from "../exact/two-classes.ts";
import type { ModelName } from "../models.ts";
import type { Figures } from "../optimum.ts";
import { betaRange } from "../state.ts";
import { spreadAt, storedSweep } from "../stored-sweep.ts";

/** A figure at one β, with one standard deviation between seeds where there are seeds. */
export interface CurvePoint {
  readonly beta: number;
  readonly value: number;
  readonly deviation: number;
}

/** A model's figures along β: what a curve is read from. */
interface Row {
  readonly beta: number;
  readonly figures: Figures;
}

/** The curve of a figure over the whole range of β, ascending. */
export function curveOf(model: ModelName, name: keyof Figures): CurvePoint[] {
  if (model === "digits") {
    return storedSweep.betas.map((beta) => {
      const { mean, deviation } = spreadAt(beta, name);
      return { beta, value: mean, deviation };
    });
  }
  return exactRows(model).map(({ beta, figures }) => ({ beta, value: figures[name], deviation: 0 }));
}

const rows = new Map<ModelName, readonly Row[]>();

/** Exact figures along β; they follow from nothing but the model, so they are computed once. */
function exactRows(model: Exclude<ModelName, "digits">): readonly Row[] {
  const known = rows.get(model);
  if (known !== undefined) return known;
  const computed = model === "linear" ? linearRows() : classRows(model);
  rows.set(model, computed);
  return computed;
}

function linearRows(): Row[] {
  const [low, high] = betaRange;
  const count = 121;
  return Array.from({ length: count }, (_, k) => low * (high / low) ** (k / (count - 1))).map((beta) => ({
    beta,
    figures: figuresOfLinear(optimalLinear(beta)),
  }));
}

/** By the ratio k, from which β follows without a search; from β = 1 on, k is 0. */
function classRows(model: "two" | "three"): Row[] {
  const [betaOf, figuresOf, largest] =
    model === "two" ? [betaOfRatio, figuresOfTwoClasses, 5.62] : [betaOfRadius, figuresOfThreeClasses, 6.49];
  const count = 32;
  const ratios = Array.from({ length: count }, (_, k) => largest * (1 - k / count));
  const falling = ratios.map((k) => ({ beta: betaOf(k), figures: figuresOf(k) }));
  const collapsed = figuresOf(0);
  return [...falling, { beta: 1, figures: collapsed }, { beta: betaRange[1], figures: collapsed }];
}
