/** Values of D(N(μ, σ²)‖N(0, 1)), in nats, whose contours are drawn; the longest lies in the picture. */
export const levels = [0.1, 0.5, 1, 2] as const;

/** Deviations at which a contour's points lie, over the stretch that the longest one spans. */
const deviations = Array.from({ length: 401 }, (_, k) => 0.02 * 200 ** (k / 400));

/** The closed curve on which D has a value: μ = ±√(2D + 1 − σ² + log σ²). */
export function contourOf(level: number): readonly (readonly [mean: number, deviation: number])[] {
  const right = deviations.flatMap((deviation) => {
    const square = 2 * level + 1 - deviation ** 2 + 2 * Math.log(deviation);
    return square >= 0 ? [[Math.sqrt(square), deviation] as const] : [];
  });
  const left = right.toReversed().map(([mean, deviation]) => [-mean, deviation] as const);
  return [...right, ...left, ...right.slice(0, 1)];
}
