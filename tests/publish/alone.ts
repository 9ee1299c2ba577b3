import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ServedSite } from "../site/test.ts";
import { runExport } from "./exported.ts";

/** Exports one page as one file, and calls back with it alone in a folder: all else that was made is gone. */
export async function withFile<T>(
  site: ServedSite,
  address: string,
  options: readonly string[],
  look: (file: string) => Promise<T>,
): Promise<T> {
  const parent = await mkdtemp(join(tmpdir(), "ansatz-single-"));
  try {
    const [made, alone] = [join(parent, "export"), join(parent, "My folder #1 (ü) 50%")];
    runExport("single", ...options, "--only", address, "--from", site.dist, "--to", made);
    const name = `${address.replaceAll("/", "-")}.html`;
    await mkdir(alone);
    await cp(join(made, "single", name), join(alone, name));
    await rm(made, { recursive: true });
    return await look(join(alone, name));
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}
