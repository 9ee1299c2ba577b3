import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

const here = dirname(fileURLToPath(import.meta.url));

/** The folder of that name beside this file. */
export function folderHere(name: string): string {
  return join(here, name);
}

/** Names of the folders in a folder, sorted: one folder is one case. */
export function casesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * Holds a text against the file that says what it must be. A missing file fails: it is written only on demand, by
 * `UPDATE_GOLDENS=1`, and is then read by a person before it is believed.
 */
export function expectGolden(path: string, actual: string): void {
  const text = actual.endsWith("\n") ? actual : `${actual}\n`;
  if (process.env["UPDATE_GOLDENS"] === "1") writeFileSync(path, text);
  if (!existsSync(path)) {
    throw new Error(
      `${path} is missing: write it with UPDATE_GOLDENS=1, then read it. It would hold:\n${text}`,
    );
  }
  expect(text).toBe(readFileSync(path, "utf8"));
}
