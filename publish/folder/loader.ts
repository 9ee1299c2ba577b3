/**
 * Runs in the reader's browser: loads the folder's modules, which are classic scripts there. Compiled into
 * `_offline/loader.js`, and read before every other script of a page. In a single file it stands before the modules,
 * which are all there or nowhere.
 */
import { createFolderWorker } from "./folder-worker.ts";

type Require = (name: string) => unknown;
type Load = (name: string) => Promise<unknown>;

/** A module's code; see `registry.ts` for how it is written. */
type Factory = (
  require: Require,
  exports: unknown,
  module: { exports: unknown },
  load: Load,
  meta: { readonly url: string },
  FolderWorker: ReturnType<typeof createFolderWorker>,
) => void;

interface Definition {
  readonly dependencies: readonly string[];
  readonly factory: Factory;
}

const self = document.currentScript as HTMLScriptElement;
const isSingle = self.src === "";
/** The modules of a single file have names, and no addresses. */
const root = isSingle ? new URL("ansatz://copy/") : new URL("..", self.src);
const definitions = new Map<string, Definition>();
const workers = new Map<string, () => void>();
const arrivals = new Map<string, Promise<void>>();
const modules = new Map<string, { exports: unknown; failure?: unknown }>();

/** The page's own modules, which run in their order. */
let entries: Promise<unknown> = Promise.resolve();

function define(name: string, dependencies: readonly string[], factory: Factory): void {
  definitions.set(name, { dependencies, factory });
  if (document.currentScript?.hasAttribute("data-entry") !== true) return;
  start(name);
}

/** Runs one of the page's own modules after those before it. */
function start(name: string): void {
  entries = entries.then(() => load(name)).catch(reportError);
}

/** Reads a module with all that it needs, in parallel, then runs it. */
async function load(name: string): Promise<unknown> {
  await arrive(name, new Set());
  return run(name);
}

async function arrive(name: string, met: Set<string>): Promise<void> {
  if (met.has(name)) return;
  met.add(name);
  if (!definitions.has(name)) await readScript(name);
  const { dependencies } = definitionOf(name);
  await Promise.all(dependencies.map((dependency) => arrive(dependency, met)));
}

/** Runs a module once. In a circle of modules one sees the other's exports before they are set, as modules do. */
function run(name: string): unknown {
  const known = modules.get(name);
  if (known !== undefined) {
    if ("failure" in known) throw known.failure;
    return known.exports;
  }
  const module: { exports: unknown; failure?: unknown } = { exports: {} };
  modules.set(name, module);
  try {
    definitionOf(name).factory(run, module.exports, module, load, { url: urlOf(name) }, FolderWorker);
  } catch (failure) {
    module.failure = failure;
    throw failure;
  }
  return module.exports;
}

function definitionOf(name: string): Definition {
  const definition = definitions.get(name);
  if (definition === undefined) throw new Error(`${urlOf(name)} holds no module`);
  return definition;
}

/** Reads a script once; one that could not be read is tried anew at the next request. */
function readScript(name: string): Promise<void> {
  if (isSingle) return Promise.reject(new Error(`${name} is not in this file`));
  const arrival = arrivals.get(name) ?? appendScript(urlOf(name));
  arrivals.set(name, arrival);
  arrival.catch(() => arrivals.delete(name));
  return arrival;
}

function appendScript(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(`${url} could not be read`)));
    document.head.append(script);
  });
}

function urlOf(name: string): string {
  return new URL(name.split("/").map(encodeURIComponent).join("/"), root).href;
}

/** The text of a worker; its script is read when the first is started. */
async function readWorker(url: string): Promise<string> {
  const name = decodeURIComponent(url.slice(root.href.length));
  if (!workers.has(name)) await readScript(name);
  const code = workers.get(name);
  if (code === undefined) throw new Error(`${url} holds no worker`);
  return `(${code})()`;
}

const FolderWorker = createFolderWorker(readWorker);
const defineWorker = (name: string, code: () => void) => workers.set(name, code);
Object.assign(globalThis, { ansatzFolder: { define, defineWorker, start } });
