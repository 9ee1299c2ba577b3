import type { Mistake } from "../../mistakes/mistake.ts";
import { type BuiltSite, readText } from "../built-site.ts";
import { buildLoader } from "../folder/build-loader.ts";
import { type RewrittenModule, rewriteModule } from "../folder/module.ts";
import { registry } from "../folder/registry.ts";
import { type RewrittenWorker, rewriteWorker } from "../folder/worker.ts";
import { otherExperiments } from "./experiments.ts";

/** What a single file runs. */
export interface InlineScripts {
  /** One classic script; empty where the page starts nothing. */
  readonly code: string;
  readonly obstacles: readonly Mistake[];
}

/** The modules of a site, rewritten once each for all single files that hold them. */
export class ModuleShelf {
  readonly site: BuiltSite;
  readonly #modules = new Map<string, Promise<RewrittenModule>>();
  readonly #workers = new Map<string, Promise<RewrittenWorker>>();
  #loader: Promise<string> | undefined;

  constructor(site: BuiltSite) {
    this.site = site;
  }

  loader(): Promise<string> {
    this.#loader ??= buildLoader();
    return this.#loader;
  }

  module(path: string): Promise<RewrittenModule> {
    const known =
      this.#modules.get(path) ?? this.text(path).then((code) => rewriteModule(this.site, path, code));
    this.#modules.set(path, known);
    return known;
  }

  worker(path: string, without: readonly string[]): Promise<RewrittenWorker> {
    const key = [path, ...without].join("\n");
    const known = this.#workers.get(key) ?? rewriteWorker(this.site, path, new Set(without));
    this.#workers.set(key, known);
    return known;
  }

  text(path: string): Promise<string> {
    return readText(this.site, path);
  }
}

/** Code that is loaded later and is no larger than this, in bytes, goes into every file: a menu, not a library. */
const small = 64_000;

/**
 * The modules that a page starts, with all that they need, as one script. With `experiments` also what they load when
 * it is asked for: the worker, and of the experiments the named ones. Without, only what is small, and nothing of what
 * a script loads that lists experiments.
 */
export async function inlineScripts(
  shelf: ModuleShelf,
  entries: readonly string[],
  experiments: ReadonlySet<string> | undefined,
): Promise<InlineScripts> {
  if (entries.length === 0) return { code: "", obstacles: [] };
  const texts = new Map<string, string>();
  const obstacles: Mistake[] = [];
  const wanted = new Set(entries);
  const workers = new Set<string>();
  const left = new Set<string>();
  for (const path of wanted) {
    const code = await shelf.text(path);
    const others = otherExperiments(shelf.site, path, code, experiments ?? new Set());
    for (const other of others) left.add(other);
    const module = await shelf.module(path);
    texts.set(path, module.text);
    obstacles.push(...module.obstacles);
    const wantsLater = experiments !== undefined || others.length === 0;
    const later = wantsLater ? module.lazy.filter((each) => !left.has(each)) : [];
    const lazy = experiments === undefined ? await smallOnes(shelf, later) : later;
    for (const imported of [...module.eager, ...lazy]) wanted.add(imported);
    if (experiments !== undefined) for (const worker of module.workers) workers.add(worker);
  }
  for (const path of workers) {
    const others = otherExperiments(shelf.site, path, await shelf.text(path), experiments ?? new Set());
    const worker = await shelf.worker(path, others);
    texts.set(path, worker.text);
    obstacles.push(...worker.obstacles);
  }
  const starts = entries.map((path) => `${registry}.start(${JSON.stringify(path)});`);
  const code = [await shelf.loader(), ...texts.values(), ...starts].join("\n");
  return { code: safeInHtml(code), obstacles };
}

async function smallOnes(shelf: ModuleShelf, paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const needed = new Set([path]);
    let size = 0;
    for (const each of needed) {
      const { text, eager } = await shelf.module(each);
      size += text.length;
      for (const imported of eager) needed.add(imported);
    }
    if (size <= small) found.push(path);
  }
  return found;
}

/** What would end a script element, or hide its end, stands only in strings; there an escape means the same. */
function safeInHtml(code: string): string {
  return code.replaceAll(/<\/(?=script)/gi, "<\\/").replaceAll("<!--", "\\x3C!--");
}
