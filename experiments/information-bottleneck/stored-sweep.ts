import type { Settings } from "./network/settings.ts";
import type { Latent, Trial } from "./network/trial.ts";
import type { Figures } from "./optimum.ts";
import sweep from "./sweep.json" with { type: "json" };

/** A stored run; its latents are kept for the first seed alone. */
export type StoredRun = Omit<Trial, "latents"> & Partial<Pick<Trial, "latents">>;

/** What `sweep.ts` writes. */
export interface StoredSweep {
  /** What the images are: "digits drawn by us". */
  readonly images: string;
  /** What the classes are called: "3", "5", "8". */
  readonly classes: readonly string[];
  /** SHA-256 of each file of images or labels that was read. */
  readonly files: Readonly<Record<string, string>>;
  readonly settings: Settings;
  readonly seeds: readonly number[];
  /** Ascending. */
  readonly betas: readonly number[];
  /** How long it took, on the machine that it ran on. */
  readonly seconds: number;
  /** SHA-256 of the code that its numbers follow from. */
  readonly digest: string;
  readonly runs: readonly StoredRun[];
}

/** The sweep that the page shows. */
export const storedSweep = sweep as unknown as StoredSweep;

/** One of the figures over the seeds: mean, standard deviation between seeds, least and largest value. */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
  readonly low: number;
  readonly high: number;
}

/** The stored β that is nearest on a logarithmic scale. */
export function nearestBeta(beta: number): number {
  const distance = (each: number): number => Math.abs(Math.log(each / beta));
  return storedSweep.betas.reduce((best, each) => (distance(each) < distance(best) ? each : best));
}

/** A figure's spread over the stored seeds at a stored β; throws a RangeError where β is not stored. */
export function spreadAt(beta: number, name: keyof Figures): Spread {
  return spreadOf(beta, (figures) => figures[name]);
}

/** The same of anything that follows from the figures of a run. */
export function spreadOf(beta: number, read: (figures: Figures) => number): Spread {
  const values = runsAt(beta).map(({ figures }) => read(figures));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    mean,
    deviation: Math.sqrt(square / Math.max(1, values.length - 1)),
    low: Math.min(...values),
    high: Math.max(...values),
  };
}

/** Every figure's mean over the stored seeds. */
export function meanFiguresAt(beta: number): Figures {
  const names = Object.keys(storedSweep.runs[0]?.figures ?? {}) as (keyof Figures)[];
  const means = names.map((name) => [name, meanAt(beta, (figures) => figures[name])]);
  return Object.fromEntries(means) as unknown as Figures;
}

/**
 * The mean over the stored seeds of what follows from the figures of a run. Between two stored values of β it is read
 * off the straight line by which a picture with a logarithmic axis joins them; beyond the ends it stays.
 */
export function meanAt(beta: number, read: (figures: Figures) => number): number {
  const { betas } = storedSweep;
  const above = betas.find((each) => each >= beta) ?? betas.at(-1) ?? beta;
  const below = betas.findLast((each) => each <= beta) ?? above;
  const share = above === below ? 0 : Math.log(beta / below) / Math.log(above / below);
  const low = spreadOf(below, read).mean;
  return low + share * (spreadOf(above, read).mean - low);
}

/** The latents of the first seed at a stored β. */
export function latentsAt(beta: number): readonly Latent[] {
  return runsAt(beta).find(({ latents }) => latents !== undefined)?.latents ?? [];
}

function runsAt(beta: number): readonly StoredRun[] {
  const runs = storedSweep.runs.filter((run) => run.beta === beta);
  if (runs.length === 0) throw new RangeError(`no stored run has β = ${beta}`);
  return runs;
}
