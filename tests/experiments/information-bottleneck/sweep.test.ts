import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { StoredSweep } from "../../../experiments/information-bottleneck/stored-sweep.ts";
import { createRandom } from "../../../lab/random.ts";
import { idxFile } from "./idx-files.ts";

const command = join(import.meta.dirname, "../../../experiments/information-bottleneck/sweep.ts");
const folder = mkdtempSync(join(tmpdir(), "sweep-"));
const output = join(folder, "sweep.json");

afterAll(() => rmSync(folder, { recursive: true }));

function sweep(...options: readonly string[]): StoredSweep {
  const few = ["--steps", "3", "--training", "5", "--validation", "6", "--seeds", "2", "--betas", "0.1,1"];
  execFileSync(process.execPath, [command, ...few, "--output", output, ...options], { stdio: "pipe" });
  return JSON.parse(readFileSync(output, "utf8")) as StoredSweep;
}

test("a sweep stores its images, settings, digest, and one run for each β and seed, twice the same", () => {
  const first = sweep();
  expect(first.images).toBe("digits drawn by us");
  expect(first.settings).toMatchObject({ steps: 3, trainingPerClass: 5 });
  expect(first.runs.map(({ beta, seed }) => [beta, seed])).toEqual([
    [0.1, 1],
    [1, 1],
    [0.1, 2],
    [1, 2],
  ]);
  expect(first.runs.map(({ latents }) => latents?.length)).toEqual([15, 15, undefined, undefined]);
  expect(sweep().runs).toEqual(first.runs);
});

test("the same command sweeps over the images of IDX files, halved, and stores the digests of the files", () => {
  const random = createRandom(1);
  const labels = Array.from({ length: 60 }, (_, n) => [3, 5, 7, 8][n % 4] ?? 0);
  const pixels = labels.flatMap((label) =>
    Array.from({ length: 64 }, () => Math.floor(20 * label + 60 * random.uniform())),
  );
  writeFileSync(join(folder, "images"), idxFile([2051, 60, 8, 8], pixels));
  writeFileSync(join(folder, "labels"), idxFile([2049, 60], labels));
  const stored = sweep("--images", join(folder, "images"), "--labels", join(folder, "labels"));
  expect(stored.images).toBe("digits of images");
  expect(stored.classes).toEqual(["3", "5", "8"]);
  expect(Object.keys(stored.files)).toEqual(["images", "labels"]);
  expect(stored.files["images"]).toMatch(/^[0-9a-f]{64}$/);
  expect(stored.runs).toHaveLength(4);
});

test("images without labels are refused in a sentence", () => {
  expect(() => sweep("--images", "somewhere")).toThrow("--images needs --labels");
});
