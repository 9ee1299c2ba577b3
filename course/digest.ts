import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ownHouse = join(dirname(fileURLToPath(import.meta.url)), "..");

/** A short digest of texts, in hexadecimal. Equal texts give equal digests on every machine. */
export function digestOf(...texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest("hex").slice(0, 20);
}

/**
 * The version of the Markdown pipeline: a digest of its own code and of everything that is installed beside it. A
 * page compiled by another transform, another KaTeX or another option is never taken from the cache. `house` is the
 * folder that holds the pipeline's code: this very one, but in tests.
 */
export function pipelineVersion(root: string, house: string = ownHouse): string {
  return versionOf(["course", "derivation", "markdown", "mistakes"], root, house);
}

/** The version of the derivation checker alone: what it found of a formula outlives a change of anything else. */
export function checkerVersion(root: string, house: string = ownHouse): string {
  return versionOf(["derivation"], root, house);
}

function versionOf(folders: readonly string[], root: string, house: string): string {
  const code = folders.flatMap((folder) => codeFiles(join(house, folder)));
  const lock = [
    join(root, "node_modules/.package-lock.json"),
    join(house, "node_modules/.package-lock.json"),
  ];
  const installed = lock.filter((path) => existsSync(path));
  return digestOf(...[...code, ...installed].map((path) => readFileSync(path, "utf8")));
}

function codeFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => join(folder, name));
}
