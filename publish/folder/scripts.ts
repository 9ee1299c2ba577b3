import type { Mistake } from "../../mistakes/mistake.ts";
import { type BuiltSite, readText } from "../built-site.ts";
import { rewriteModule } from "./module.ts";
import { reportNetworkCalls } from "./network.ts";
import { Obstacles } from "./obstacle.ts";
import { rewriteWorker } from "./worker.ts";

/** The scripts that pages start, by path in the site. */
export interface PageScripts {
  readonly modules: Iterable<string>;
  readonly classic: Iterable<string>;
}

/** Scripts as they are on disk, by path in the site. */
export interface RewrittenScripts {
  readonly texts: ReadonlyMap<string, string>;
  /** Files that went into another and are not needed beside it. */
  readonly absorbed: ReadonlySet<string>;
  readonly obstacles: readonly Mistake[];
}

/**
 * Follows the imports from the pages' modules, and rewrites every module and worker on the way. A classic script
 * stays as it is, if it works.
 */
export async function rewriteScripts(site: BuiltSite, started: PageScripts): Promise<RewrittenScripts> {
  const texts = new Map<string, string>();
  const obstacles: Mistake[] = [];
  const modules = new Set(started.modules);
  const workers = new Set<string>();
  const parts = new Set<string>();
  for (const path of modules) {
    const module = await rewriteModule(site, path, await readText(site, path));
    texts.set(path, module.text);
    obstacles.push(...module.obstacles);
    for (const imported of [...module.eager, ...module.lazy]) modules.add(imported);
    for (const worker of module.workers) workers.add(worker);
  }
  for (const path of workers) {
    const worker = await rewriteWorker(site, path);
    texts.set(path, worker.text);
    obstacles.push(...worker.obstacles);
    for (const part of worker.parts) parts.add(part);
  }
  for (const path of started.classic) obstacles.push(...checkClassic(site, path, await readText(site, path)));
  return { texts, absorbed: parts.difference(new Set(texts.keys())), obstacles };
}

function checkClassic(site: BuiltSite, path: string, code: string): readonly Mistake[] {
  const obstacles = new Obstacles(site, path, code);
  reportNetworkCalls(obstacles, code);
  return obstacles.found;
}
