import { createRandom } from "../../../lab/random.ts";
import { isLine, type ModelName } from "../models.ts";
import type { Latent } from "../network/trial.ts";

/** A dot of a latent space. On a line, y is the row of its input. */
export interface LatentPoint {
  readonly label: number;
  readonly x: number;
  readonly y: number;
}

/** Samples of each latent, so that about sixty dots are shown in a plane and more on a line. */
function drawsFor(model: ModelName): number {
  return model === "digits" ? 1 : isLine(model) ? 60 : 20;
}

/** Means μ, or samples μ + σV with V from the given seed. */
export function pointsOf(
  model: ModelName,
  latents: readonly Latent[],
  dots: "samples" | "means",
  seed: number,
): LatentPoint[] {
  const random = createRandom(seed);
  const draws = dots === "samples" ? drawsFor(model) : 1;
  const normal = (): number => (dots === "samples" ? random.normal() : 0);
  return latents.flatMap(([label, mean1, mean2, deviation1, deviation2]) =>
    Array.from({ length: draws }, () => {
      const x = mean1 + deviation1 * normal();
      const y = mean2 + deviation2 * normal();
      const jitter = dots === "samples" ? 0.5 * (random.uniform() - 0.5) : 0;
      return { label, x, y: isLine(model) ? latents.length - 0.5 - label + jitter : y };
    }),
  );
}

/** Mean of μ² + σ², and root mean square of μ, over latents and coordinates. */
export function scalesOf(
  model: ModelName,
  latents: readonly Latent[],
): { readonly secondMoment: number; readonly meanScale: number } {
  const count = latents.length * (isLine(model) ? 1 : 2);
  const sum = (f: (latent: Latent) => number): number => latents.reduce((total, each) => total + f(each), 0);
  const means = sum(([, a, b]) => a * a + b * b);
  const variances = sum(([, , , a, b]) => a * a + b * b);
  return { secondMoment: (means + variances) / count, meanScale: Math.sqrt(means / count) };
}

/** How far axes must reach to show all points: one of few round numbers, so that they rest while points move. */
export function reachOf(points: readonly LatentPoint[], isLineOfRows: boolean): number {
  const largest = Math.max(
    0,
    ...points.map(({ x, y }) => Math.max(Math.abs(x), isLineOfRows ? 0 : Math.abs(y))),
  );
  if (largest === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  const round = [1, 1.5, 2, 3, 4, 6, 8, 10].find((each) => each * power >= largest) ?? 10;
  return Number((round * power).toPrecision(3));
}
