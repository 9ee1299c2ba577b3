/** How the weights fall with the index. */
export type Law = "equal" | "power" | "exponential";

/** cₖ of the features k = 0, …, d − 1: 1, (1 + k)^−a or e^−ak. Shape [d]. */
export function weightsOf(law: Law, decay: number, count: number): readonly number[] {
  const laws: Readonly<Record<Law, (k: number) => number>> = {
    equal: () => 1,
    power: (k) => (1 + k) ** -decay,
    exponential: (k) => Math.exp(-decay * k),
  };
  return Array.from({ length: count }, (_, k) => laws[law](k));
}
