import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ServedSite } from "../site/test.ts";
import { runExport } from "./exported.ts";

/** Calls back with a page in one file, alone in a folder: all else that was made is gone. */
export async function withFile<T>(
  site: ServedSite,
  address: string,
  options: readonly string[],
  look: (file: string) => Promise<T>,
): Promise<T> {
  const text = await exportOnce(site, address, options);
  const parent = await mkdtemp(join(tmpdir(), "ansatz-single-"));
  try {
    const alone = join(parent, "My folder #1 (ü) 50%");
    await mkdir(alone);
    const file = join(alone, nameOf(address));
    await writeFile(file, text);
    return await look(file);
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}

const exported = new Map<string, Promise<Buffer>>();

/** Several tests look at the same file, in two browsers. */
function exportOnce(site: ServedSite, address: string, options: readonly string[]): Promise<Buffer> {
  const key = [site.dist, address, ...options].join("\n");
  const made = exported.get(key) ?? exportPage(site, address, options);
  exported.set(key, made);
  return made;
}

async function exportPage(site: ServedSite, address: string, options: readonly string[]): Promise<Buffer> {
  const made = await mkdtemp(join(tmpdir(), "ansatz-single-"));
  try {
    runExport("single", ...options, "--only", address, "--from", site.dist, "--to", made);
    return await readFile(join(made, "single", nameOf(address)));
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}

function nameOf(address: string): string {
  return `${address.replaceAll("/", "-")}.html`;
}
