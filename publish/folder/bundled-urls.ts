import { locate, relativeAddress } from "../address.ts";
import type { BuiltSite } from "../built-site.ts";
import type { Edit } from "../edits.ts";
import type { Obstacles } from "./obstacle.ts";

/** The files that a script names by `new URL("…", import.meta.url)`, and the edits that make their names relative. */
export interface BundledUrls {
  /** Those of them that are started as workers, by path in the site. */
  readonly workers: readonly string[];
  readonly edits: readonly Edit[];
}

/** `new Worker(new URL("/a.js", import.meta.url))` or the inner half of it, as bundlers write them. */
const bundledUrl =
  /(?<worker>new\s+Worker\s*\(\s*)?new\s+URL\(\s*(["'`])(?<address>[^"'`$\\]*)\2\s*,[^,)]*import\.meta\.url/dg;

/** A worker that does not name its file where it is started. */
const looseWorker = /new\s+(?:SharedWorker\b|Worker\s*\((?!\s*new\s+URL\(\s*["'`]))/g;

/** Any string that could be an absolute address. */
const absoluteString = /(["'`])(\/[^"'`$\\\s]*)\1/g;

/** Reads the files that a built script names, and reports the absolute addresses that would be left in it. */
export function readBundledUrls(
  site: BuiltSite,
  path: string,
  code: string,
  obstacles: Obstacles,
): BundledUrls {
  const workers = new Set<string>();
  const edits: Edit[] = [];
  for (const { groups, indices } of code.matchAll(bundledUrl)) {
    const [start, end] = indices?.groups?.["address"] ?? [0, 0];
    const address = groups?.["address"] ?? "";
    const target = locate(site, path, address);
    if (target.kind !== "file") {
      obstacles.report("missing-file", start, `\`new URL("${address}", …)\` names no file of the site`);
      continue;
    }
    if (groups?.["worker"] !== undefined) workers.add(target.path);
    edits.push({ start, end, text: `./${relativeAddress(path, target.path)}` });
  }
  reportLooseWorkers(code, obstacles);
  reportAbsoluteStrings(site, code, edits, obstacles);
  return { workers: [...workers], edits };
}

function reportLooseWorkers(code: string, obstacles: Obstacles): void {
  for (const { index } of code.matchAll(looseWorker)) {
    obstacles.report("unsupported-worker", index, "a worker whose file is not named where it is started");
  }
}

function reportAbsoluteStrings(
  { base, files }: BuiltSite,
  code: string,
  edits: readonly Edit[],
  obstacles: Obstacles,
): void {
  const edited = new Set(edits.map(({ start }) => start));
  for (const { index, 2: address = "" } of code.matchAll(absoluteString)) {
    const isFile = address.startsWith(base) && files.has(address.slice(base.length));
    if (!isFile || edited.has(index + 1)) continue;
    obstacles.report("absolute-address", index + 1, `the script holds the address “${address}”`);
  }
}
