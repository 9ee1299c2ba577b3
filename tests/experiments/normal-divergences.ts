/** Published divergences of N(mean, deviation²) from N(0, 1) in nats: mean, deviation, divergence. */
export const normalDivergences = [
  [1, 1, 0.5],
  [0.5, 0.25, 1.04254436112],
  [2, 0.5, 2.31814718056],
  [-1.3, 2.2, 1.976542639636],
  [3, 0.01, 8.605220185988],
  [0, 1, 0],
] as const;
