import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonNumber, ManifestNumber } from "./manifest.ts";

/** Where a course keeps what was verified; it is committed with the course. */
export const recordPath = "content/verified.json";

const recordVersion = 2;

/** What `ansatz verify --record` found: the file `content/verified.json`. */
export interface VerificationRecord {
  readonly version: typeof recordVersion;
  /** The day of the run, as 2026-11-22. */
  readonly date: string;
  /** The device that each backend ran on, as the browser named it. */
  readonly devices: Readonly<Record<string, string>>;
  /** By the digest of all that it depends on: the routes that confirmed a number, each with the value that it found. */
  readonly numbers: Readonly<Record<string, RecordedRoutes>>;
}

/** Routes with the value that each found; null where a route compares texts. */
export type RecordedRoutes = Readonly<Record<string, JsonNumber | null>>;

/** What a number's record depends on: the claim, where it was computed, and the code that computed it. */
type Recorded = Pick<ManifestNumber, "text" | "experiment" | "quantity" | "values" | "value">;

/** The key of a number in the record. Whatever changes of the number, its state or its experiment's code changes it. */
export function recordKey({ text, experiment, quantity, values, value }: Recorded, code: string): string {
  const sorted = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  const all = JSON.stringify([code, experiment, quantity, sorted, text, value]);
  return createHash("sha256").update(all).digest("hex").slice(0, 16);
}

/** A course's record; undefined where there is none, or one that cannot be read. */
export function readRecord(root: string): VerificationRecord | undefined {
  const path = join(root, recordPath);
  if (!existsSync(path)) return undefined;
  try {
    const record = JSON.parse(readFileSync(path, "utf8")) as VerificationRecord;
    return record.version === recordVersion ? record : undefined;
  } catch {
    return undefined;
  }
}
