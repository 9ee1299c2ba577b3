import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { BuiltSite } from "../../publish/built-site.ts";

/** A site that is only a list of files. */
export function listedSite(files: readonly string[], base = "/"): BuiltSite {
  return { folder: "dist", files: new Set(files), base, title: "Course" };
}

/** Writes files into a temporary folder, which goes when the test has ended, and returns its path. */
export async function writeSite(files: Readonly<Record<string, string>>): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), "ansatz-site-"));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const folder = join(parent, "dist");
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}
