import { renameSync, rmSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";

/** What is being made: it goes when the process is told to stop. */
const open = new Set<string>();

/**
 * Lets something be made beside the place where it will stand, and clears up whatever happens; where the process is
 * told to stop, too.
 */
export async function withDraft<T>(place: string, make: (draft: string) => Promise<T>): Promise<T> {
  const draft = `${place}.partial`;
  await rm(draft, { recursive: true, force: true });
  if (open.size === 0) for (const signal of signals) process.on(signal, stop);
  open.add(draft);
  try {
    return await make(draft);
  } finally {
    open.delete(draft);
    if (open.size === 0) for (const signal of signals) process.off(signal, stop);
    await rm(draft, { recursive: true, force: true });
  }
}

/** Writes a file whole, or leaves what was there. */
export function writeWhole(place: string, bytes: Uint8Array): Promise<void> {
  return withDraft(place, async (draft) => {
    await writeFile(draft, bytes);
    await rename(draft, place);
  });
}

/** Puts a folder in the place of another one. No signal comes in between: one of them is always there. */
export function replaceFolder(place: string, draft: string): void {
  const before = `${draft}.before`;
  rmSync(before, { recursive: true, force: true });
  try {
    renameSync(place, before);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  renameSync(draft, place);
  rmSync(before, { recursive: true, force: true });
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Ends as a shell expects of who was told to. */
function stop(signal: NodeJS.Signals): void {
  for (const draft of open) rmSync(draft, { recursive: true, force: true });
  console.error("Stopped: nothing half-made is left, and what was there before is.");
  process.exit(signal === "SIGINT" ? 130 : signal === "SIGTERM" ? 143 : 129);
}
