import type { Browser } from "playwright";
import type { Manifest } from "../manifest.ts";
import type { Backend } from "./outcome.ts";
import type { OpenSite } from "./site.ts";

/** What is verified, and what is told of it. */
export interface VerifyOptions {
  readonly backends?: readonly Backend[];
  /** Only claims whose place, page or experiment holds this text. */
  readonly only?: string;
  /** How many states of an experiment are computed on each backend of tf.js, or on some, at most; absent: all. */
  readonly sample?: number | Readonly<Partial<Record<Backend, number>>>;
  /** A folder for pictures of failures. */
  readonly pictures?: string;
  /** How many pages are open at once; absent: 2. */
  readonly jobs?: number;
  readonly onProgress?: (line: string) => void;
}

/** What a run of `verify` works with; the manifest is the part that was asked for, the site's own is whole. */
export interface Run extends VerifyOptions {
  readonly site: OpenSite;
  readonly manifest: Manifest;
  readonly browser: Browser;
}

/** Results of tasks in the order of the tasks, of which so many are under way at once. */
export async function inTurn<T, R>(
  given: Iterable<T>,
  jobs: number,
  work: (each: T) => Promise<R>,
): Promise<R[]> {
  const tasks = [...given];
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    for (let k = next++; k < tasks.length; k = next++) results[k] = await work(tasks[k] as T);
  };
  await Promise.all(Array.from({ length: Math.max(1, jobs) }, worker));
  return results;
}
