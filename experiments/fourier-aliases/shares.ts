import { formatQuantity } from "../../lab/measure.ts";
import type { Alias } from "./aliases.ts";
import { fourierFeature } from "./fourier.ts";

/** What the picture is drawn from. Shapes of credits and weights: [d]. */
export interface Shares {
  readonly inputs: readonly number[];
  readonly weights: readonly number[];
  readonly credits: readonly number[];
  readonly group: readonly Alias[];
}

/** An alias beside the target, in the figure and in its title. */
export interface Rival {
  readonly index: number;
  /** The alias divided by its γ, so that it meets the target on the training points. */
  readonly value: (x: number) => number;
  /** How much of it the learned function has; over the whole group these shares add up to 1. */
  readonly share: number;
}

/** The alias that gets most of the credit; undefined where there is none. */
export function strongestRival({ credits, group }: Shares, target: number): Rival | undefined {
  const rivals = group
    .filter(({ index }) => index !== target)
    .map(({ index, multiple }): Rival => {
      const { value } = fourierFeature(index);
      return { index, value: (x) => value(x) / multiple, share: (credits[index] ?? Number.NaN) * multiple };
    });
  // equal shares differ by rounding: then the lowest frequency leads
  return rivals.reduce<Rival | undefined>(
    (best, next) => (best === undefined || next.share > best.share + 1e-9 ? next : best),
    undefined,
  );
}

/** How the learned function divides itself between the target and its aliases. */
export function divisionInWords(shares: Shares, target: number): string {
  if (shares.group.length === 0) return "the target is zero at every training point: fit = 0";
  const rival = strongestRival(shares, target);
  const own = `fit = ${formatQuantity(shares.credits[target] ?? Number.NaN)} × target`;
  if (rival === undefined) return `${own}, which has no alias`;
  const others = shares.group.length > 2 ? " + …" : "";
  return `${own} + ${formatQuantity(rival.share)} × alias${others}`;
}

/** Terms that the sum in words names. */
const named = 4;

/** The learned function as a sum: "0.250 · √2 cos 3πx + 0.250 · √2 cos 5πx", of its largest terms. */
export function sumInWords({ credits, group }: Shares): string {
  if (group.length === 0) return "0";
  const largest = [...group]
    .sort((a, b) => Math.abs(credits[b.index] ?? 0) - Math.abs(credits[a.index] ?? 0))
    .slice(0, named)
    .sort((a, b) => a.index - b.index);
  const terms = largest.map(({ index }) => termInWords(credits[index] ?? Number.NaN, index));
  const sum = terms.join(" + ").replaceAll("+ −", "− ");
  return group.length > named ? `${sum} + …` : sum;
}

/** √2 belongs to every feature but the constant. */
function termInWords(credit: number, index: number): string {
  const share = formatQuantity(credit);
  return index === 0 ? share : `${share} · √2 ${fourierFeature(index).name}`;
}

/** Σ wₖφₖ, from the features of the alias group: the others get no credit. */
export function learnedFunction({ credits, group }: Shares): (x: number) => number {
  const terms = group.map(
    ({ index }) => [fourierFeature(index).value, credits[index] ?? Number.NaN] as const,
  );
  return (x) => terms.reduce((sum, [feature, credit]) => sum + credit * feature(x), 0);
}
