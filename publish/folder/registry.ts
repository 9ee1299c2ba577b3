/** The loader's place in the folder. */
export const loaderPath = "_offline/loader.js";

/** The list of the folder's files. */
export const ownFilesPath = "_offline/files.txt";

/** The loader's global name. */
export const registry = "ansatzFolder";

/** What the loader hands to a module in place of what a module has by its kind. */
export const bindings = { load: "ansatzLoad", meta: "ansatzMeta", worker: "Worker" } as const;

/** A classic script that registers a module: CommonJS code, run when it is first asked for. */
export function renderModule(name: string, dependencies: readonly string[], commonJs: string): string {
  const names = ["require", "exports", "module", bindings.load, bindings.meta, bindings.worker].join();
  const given = `${JSON.stringify(name)},${JSON.stringify(dependencies)}`;
  return `${registry}.define(${given},function(${names}){${commonJs}\n});\n`;
}

/** A classic script that registers a worker: a function whose text becomes the worker's. */
export function renderWorker(name: string, code: string): string {
  return `${registry}.defineWorker(${JSON.stringify(name)},function(){${code}\n});\n`;
}
