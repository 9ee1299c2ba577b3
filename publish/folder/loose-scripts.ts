import { posix } from "node:path";
import { init, parse } from "es-module-lexer";
import type { Mistake } from "../../mistakes/mistake.ts";
import { type BuiltSite, readText } from "../built-site.ts";
import { reportNetworkCalls } from "./network.ts";
import { Obstacles } from "./obstacle.ts";

/** A file that hands data to a function: `search({…});`, `previews.add("2B4K", {…});`. */
const dataCall = /^\s*[\w$.]+\(([\s\S]*)\);?\s*$/;

/** What became of the scripts that no page names. */
export interface LooseScripts {
  /** Nobody runs these: modules that no page starts, such as the figures' in a course that has none. */
  readonly dead: ReadonlySet<string>;
  readonly obstacles: readonly Mistake[];
}

/**
 * Looks at the scripts that no page names. Those beside the pages' own modules were bundled for pages that are not
 * there. Others are inserted by scripts at run time: a call whose arguments are JSON can do nothing by itself, whatever
 * words its strings hold; anything else is read as code.
 */
export async function checkLooseScripts(
  site: BuiltSite,
  paths: readonly string[],
  modules: Iterable<string>,
): Promise<LooseScripts> {
  await init;
  const bundled = new Set(Array.from(modules, posix.dirname));
  const dead = new Set<string>();
  const found: Mistake[] = [];
  for (const path of paths.filter((each) => /\.m?js$/.test(each))) {
    const code = await readText(site, path);
    if (bundled.has(posix.dirname(path)) || isModule(path, code)) dead.add(path);
    else if (!isData(code)) {
      const obstacles = new Obstacles(site, path, code);
      reportNetworkCalls(obstacles, code);
      found.push(...obstacles.found);
    }
  }
  return { dead, obstacles: found };
}

/** Is the script a call with arguments in JSON, and nothing else? */
export function isData(code: string): boolean {
  const [, given] = dataCall.exec(code) ?? [];
  if (given === undefined) return false;
  try {
    JSON.parse(`[${given}]`);
    return true;
  } catch {
    return false;
  }
}

function isModule(path: string, code: string): boolean {
  try {
    return parse(code, path)[3];
  } catch {
    return false;
  }
}
