import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The files that a stored sweep's numbers follow from. */
const files = [
  "network/adam.ts",
  "network/cross-entropy.ts",
  "images/dataset.ts",
  "images/draw-digits.ts",
  "network/evaluate.ts",
  "network/matrix.ts",
  "network/network.ts",
  "optimum.ts",
  "images/outlines.json",
  "images/outlines.ts",
  "network/parameters.ts",
  "images/rasterise.ts",
  "network/settings.ts",
  "network/train.ts",
  "network/trial.ts",
  "../../lab/random.ts",
];

/** SHA-256 over the names and texts of the files that determine a sweep; of data, however they are laid out. */
export function digestOfSweep(): string {
  const hash = createHash("sha256");
  for (const file of files) {
    const read = readFileSync(join(import.meta.dirname, file), "utf8").replaceAll("\r\n", "\n");
    const text = file.endsWith(".json") ? JSON.stringify(JSON.parse(read)) : read;
    hash.update(`${file} ${text.length}\n`).update(text);
  }
  return hash.digest("hex");
}
