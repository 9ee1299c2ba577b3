/**
 * Trains networks over β and seeds and stores what they are worth in sweep.json, on digits drawn by us:
 * `node experiments/information-bottleneck/sweep.ts`. On the images of such files as MNIST's, unpacked:
 * `… --images train-images-idx3-ubyte --labels train-labels-idx1-ubyte --digits 3,5,8`. Other options: `--seeds 8`,
 * `--betas 0.1,1`, `--training 60` and `--validation 200` images of each digit, `--steps 2000`, `--output file.json`.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import type { Random } from "../../lab/random.ts";
import { digestOfSweep } from "./digest.ts";
import { halveImages, type Split } from "./images/dataset.ts";
import { readIdx } from "./images/idx.ts";
import { digits } from "./images/outlines.ts";
import { betas, type Settings, settings } from "./network/settings.ts";
import { drawSplit, splitImages } from "./network/train.ts";
import { trainAndJudge } from "./network/trial.ts";
import type { StoredRun, StoredSweep } from "./stored-sweep.ts";

/** The images of a sweep: what they are called, and a split for each seed. */
interface Source {
  readonly name: string;
  readonly classes: readonly string[];
  /** SHA-256 of each file that was read. */
  readonly files: Readonly<Record<string, string>>;
  split(random: Random): Split;
}

const { values: options } = parseArgs({
  options: {
    images: { type: "string" },
    labels: { type: "string" },
    digits: { type: "string", default: digits.join(",") },
    seeds: { type: "string", default: "8" },
    betas: { type: "string", default: betas.join(",") },
    training: { type: "string", default: String(settings.trainingPerClass) },
    validation: { type: "string", default: String(settings.validationPerClass) },
    steps: { type: "string", default: String(settings.steps) },
    output: { type: "string", default: join(import.meta.dirname, "sweep.json") },
  },
});
const chosen: Settings = {
  ...settings,
  trainingPerClass: Number(options.training),
  validationPerClass: Number(options.validation),
  steps: Number(options.steps),
};
const source = options.images === undefined ? drawn() : filed(options.images, options.labels);
const prices = options.betas.split(",").map(Number);
const seeds = Array.from({ length: Number(options.seeds) }, (_, k) => k + 1);
const digest = digestOfSweep();
const start = performance.now();
const runs = seeds.flatMap((seed) => prices.map((beta) => runOne(beta, seed)));
const seconds = Math.round((performance.now() - start) / 1000);
const { name, classes, files } = source;
const head = { images: name, classes, files, settings: chosen, seeds, betas: prices, seconds, digest };
writeFileSync(options.output, textOf({ ...head, runs }));
console.log(`${runs.length} runs in ${seconds} s, stored in ${options.output}`);

function runOne(beta: number, seed: number): StoredRun {
  const run = trainAndJudge(beta, seed, (random) => source.split(random), chosen);
  const { validationErrorMean, validationErrorSample } = run.figures;
  console.log(`seed ${seed}, β = ${beta}: validation error ${validationErrorMean}, ${validationErrorSample}`);
  return seed === seeds[0] ? run : { beta, seed, figures: run.figures };
}

function drawn(): Source {
  return {
    name: "digits drawn by us",
    classes: digits,
    files: {},
    split: (random) => drawSplit(chosen, random),
  };
}

function filed(images: string, labels: string | undefined): Source {
  if (labels === undefined) throw new Error("--images needs --labels: the file of the images’ classes");
  const [imageFile, labelFile] = [images, labels].map((path) => ({
    name: basename(path),
    bytes: readFileSync(path),
  }));
  if (imageFile === undefined || labelFile === undefined) throw new Error("unreachable");
  const pool = halveImages(readIdx(imageFile, labelFile, options.digits.split(",")));
  const hash = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
  const hashes = [imageFile, labelFile].map((file) => [file.name, hash(file.bytes)]);
  return {
    name: `digits of ${imageFile.name}`,
    classes: pool.classes,
    files: Object.fromEntries(hashes),
    split: (random) => splitImages(pool, chosen, random),
  };
}

/** One line for each run, so that a difference between two sweeps can be read. */
function textOf({ runs: all, ...rest }: StoredSweep): string {
  const lines = all.map((run) => `    ${JSON.stringify(run)}`);
  return `${JSON.stringify(rest, null, 2).replace(/\n\}$/, "")},\n  "runs": [\n${lines.join(",\n")}\n  ]\n}\n`;
}
