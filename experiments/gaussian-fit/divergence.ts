import { type Gaussian, logMixture, logRootTwoPi, type Mixture } from "./mixture.ts";
import { full, stepFor } from "./quadrature.ts";

/** A divergence of a normal Q, in nats. */
export type Divergence = (approximation: Gaussian) => number;

/** A node of a quadrature over P: the sum of share · f(x) is E[f(x)], x ~ P. */
interface Node {
  readonly x: number;
  readonly share: number;
  /** log p(x). */
  readonly logP: number;
}

function nodesOver(mixture: Mixture): readonly Node[] {
  const logP = logMixture(mixture);
  return mixture.flatMap((part) => {
    const step = stepFor(mixture, part, full);
    const half = Math.ceil(full.reach / step);
    return Array.from({ length: 2 * half + 1 }, (_, k) => {
      const z = (k - half) * step;
      const x = part.mean + part.deviation * z;
      const share = (part.weight * step * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
      return { x, share, logP: logP(x) };
    });
  });
}

/** H(P) = −E[log p(x)], x ~ P, in nats, for a mixture P. By quadrature. */
export function entropyOf(mixture: Mixture): number {
  return -nodesOver(mixture).reduce((sum, { share, logP }) => sum + share * logP, 0);
}

/**
 * D(P‖Q) = Σ wₖ E[log p(x) − log q(x)], x ~ Nₖ, in nats, for a mixture P: a function of the normal Q.
 * By quadrature alone: the closed form of the moments is left to the derivation.
 */
export function forwardDivergence(mixture: Mixture): Divergence {
  const nodes = nodesOver(mixture);
  return ({ mean, deviation }) => {
    const constant = logRootTwoPi + Math.log(deviation);
    return nodes.reduce(
      (sum, node) => sum + node.share * (node.logP + constant + 0.5 * ((node.x - mean) / deviation) ** 2),
      0,
    );
  };
}

/** D(Q‖P) = E[log q(x) − log p(x)], x ~ Q, in nats, for a mixture P: a function of the normal Q. */
export function reverseDivergence(mixture: Mixture): Divergence {
  const logP = logMixture(mixture);
  return (approximation) => {
    const { mean, deviation } = approximation;
    const step = stepFor(mixture, approximation, full);
    const half = Math.ceil(full.reach / step);
    const constant = -logRootTwoPi - Math.log(deviation);
    let sum = constant - logP(mean);
    for (let k = 1; k <= half; k++) {
      const z = k * step;
      const logQ = constant - 0.5 * z * z;
      const both = 2 * logQ - logP(mean - deviation * z) - logP(mean + deviation * z);
      sum += Math.exp(-0.5 * z * z) * both;
    }
    return (sum * step) / Math.sqrt(2 * Math.PI);
  };
}
