import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** The files of a course by their path from its root. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A course in a folder that is removed when the test ends. Returns the folder. */
export async function temporaryCourse(files: Files): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "ansatz-course-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await writeFiles(root, files);
  return root;
}

/** Writes files below a root; what is already there is overwritten. */
export async function writeFiles(root: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}
