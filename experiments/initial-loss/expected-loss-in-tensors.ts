import type * as TensorFlow from "@tensorflow/tfjs-core";
import type { Tensors } from "../../lab/experiment.ts";
import { chiNodes } from "./chi.ts";
import { step } from "./laplace.ts";
import { logTransform, mixture, reachOf, type SampledLaw, shortfall } from "./laws-in-tensors.ts";
import { shareOfWord } from "./logit-spread.ts";
import type { Setting } from "./setting.ts";

/** Nodes of χ with less weight add nothing in single precision. */
const negligible = 1e-9;

/** The expected cross-entropy in tf.js, in nats: Frullani's integral as one correlation for each law. Scalar. */
export function expectedLossInTensors(tf: Tensors, setting: Setting): TensorFlow.Scalar {
  return tf.tidy(() => (setting.isNormalised ? lossAfterNorm(tf, setting) : lossWithoutNorm(tf, setting)));
}

function lossAfterNorm(tf: Tensors, setting: Setting): TensorFlow.Scalar {
  const { words, width, deviation, restDeviation, headDeviation, isTied } = setting;
  const spread = headDeviation * Math.sqrt(width);
  if (!isTied) return logSum(tf, words, spread);
  const scale = Math.sqrt(width * shareOfWord(setting));
  return logSum(
    tf,
    words - 1,
    spread,
    mixture(tf, chiNodes(width - 1), scale * deviation, scale * restDeviation),
  );
}

/** The mean over the length of the hidden state; given that, every logit is normal. */
function lossWithoutNorm(tf: Tensors, setting: Setting): TensorFlow.Scalar {
  const { words, width, deviation, restDeviation, headDeviation, isTied } = setting;
  const terms = chiNodes(width)
    .filter(({ weight }) => weight > negligible)
    .map(({ value, weight }) =>
      tf.tidy(() => {
        const spread = headDeviation * Math.hypot(deviation, restDeviation) * value;
        const own = isTied
          ? mixture(
              tf,
              [{ value: deviation * value, weight: 1 }],
              deviation * value,
              deviation * restDeviation * value,
            )
          : undefined;
        return tf.mul<TensorFlow.Scalar>(logSum(tf, isTied ? words - 1 : words, spread, own), weight);
      }),
    );
  return tf.addN(terms);
}

/** E[log(Σ e^(τ·g_v) + e^A)] for `count` standard normal g_v and, where it is given, an independent A. */
function logSum(tf: Tensors, count: number, deviation: number, own?: SampledLaw): TensorFlow.Scalar {
  const others = mixture(tf, [{ value: 0, weight: 1 }], 0, deviation);
  const first = Math.floor(-(40 + Math.max(reachOf(others), own ? reachOf(own) : 0)) / step);
  const last = Math.ceil((4 + (7.7 * deviation) / Math.sqrt(count)) / step);
  const lattice = { first, count: last - first + 1 };
  const fromOthers = tf.mul(logTransform(tf, others, lattice), count);
  const exponent = own === undefined ? fromOthers : tf.add(fromOthers, logTransform(tf, own, lattice));
  const point = shortfall(tf, tf.mul(tf.range(first, last + 1), step));
  return tf.mul<TensorFlow.Scalar>(tf.sum(tf.sub(tf.sub(1, tf.exp(exponent)), point)), step);
}
