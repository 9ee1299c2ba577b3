import { init, parse } from "es-module-lexer";
import type { Mistake } from "../../mistakes/mistake.ts";
import { type BuiltSite, readText } from "../built-site.ts";
import { reportNetworkCalls } from "./network.ts";
import { Obstacles } from "./obstacle.ts";

/** A file that hands data to a function: `search({…});`, `previews.add("2B4K", {…});`. */
const dataCall = /^\s*[\w$.]+\(([\s\S]*)\);?\s*$/;

/**
 * Checks the scripts that no page names: those that other scripts insert at run time. A call whose arguments are JSON
 * can do nothing by itself, whatever words its strings hold; anything else is read as code.
 */
export async function checkLooseScripts(site: BuiltSite, paths: readonly string[]): Promise<Mistake[]> {
  await init;
  const found: Mistake[] = [];
  for (const path of paths.filter((each) => /\.m?js$/.test(each))) {
    const code = await readText(site, path);
    if (!isData(code)) found.push(...checkScript(new Obstacles(site, path, code), path, code));
  }
  return found;
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

function checkScript(obstacles: Obstacles, path: string, code: string): readonly Mistake[] {
  reportNetworkCalls(obstacles, code);
  if (isModule(path, code)) obstacles.report("module-script", 0, "a module that no page of the site starts");
  return obstacles.found;
}

function isModule(path: string, code: string): boolean {
  try {
    return parse(code, path)[3];
  } catch {
    return false;
  }
}
