import { relative, resolve, sep } from "node:path";
import { init, parse } from "es-module-lexer";
import { type BuildFailure, build, type Plugin } from "esbuild";
import type { Mistake } from "../../mistakes/mistake.ts";
import { type BuiltSite, readText } from "../built-site.ts";
import { reportFileCalls } from "./network.ts";
import { Obstacles, type Rewritten } from "./obstacle.ts";
import { renderWorker } from "./registry.ts";

/** A worker's script, and the files that went into it, which nothing else may need. */
export interface RewrittenWorker extends Rewritten {
  readonly parts: readonly string[];
}

/**
 * A worker with all that it imports as one script that registers it: from disk the loader starts it as a classic
 * worker from a blob, and a blob can import no file. What is imported lazily still runs only when it is asked for.
 * The modules of `without`, by path in the site, are left out: asking for one fails.
 */
export async function rewriteWorker(
  site: BuiltSite,
  path: string,
  without: ReadonlySet<string> = new Set(),
): Promise<RewrittenWorker> {
  await init;
  const { code, parts, obstacles } = await bundle(site, path, without);
  const found = await Promise.all(
    parts.map(async (part) => checkPart(site, part, await readText(site, part))),
  );
  return { text: renderWorker(path, code), obstacles: [...obstacles, ...found.flat()], parts };
}

async function bundle(site: BuiltSite, path: string, without: ReadonlySet<string>) {
  try {
    const { outputFiles, metafile } = await build({
      absWorkingDir: resolve(site.folder),
      entryPoints: [path],
      bundle: true,
      write: false,
      metafile: true,
      format: "iife",
      target: "esnext",
      minify: true,
      charset: "utf8",
      logLevel: "silent",
      plugins: [leaveOut(site, without)],
    });
    const parts = Object.keys(metafile.inputs).filter((part) => !part.startsWith(`${absent}:`));
    return { code: outputFiles[0]?.text.trimEnd() ?? "", parts, obstacles: [] };
  } catch (error) {
    return { code: "", parts: [], obstacles: obstaclesOf(site, error as BuildFailure) };
  }
}

const absent = "absent";

/** Puts an error in the place of modules that are left out. */
function leaveOut(site: BuiltSite, without: ReadonlySet<string>): Plugin {
  return {
    name: "leave-out",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
        const file = relative(resolve(site.folder), resolve(resolveDir, path)).replaceAll(sep, "/");
        return without.has(file) ? { path: file, namespace: absent } : undefined;
      });
      onLoad({ filter: /^/, namespace: absent }, ({ path }) => {
        return { contents: `throw new Error(${JSON.stringify(`${path} is not in this file`)});` };
      });
    },
  };
}

function obstaclesOf(site: BuiltSite, { errors }: BuildFailure): Mistake[] {
  return errors.flatMap(({ location, text }) => {
    const obstacles = new Obstacles(site, location?.file ?? "", location?.lineText ?? "");
    obstacles.report("unsupported-worker", location?.column ?? 0, text);
    return obstacles.found;
  });
}

function checkPart(site: BuiltSite, part: string, code: string): readonly Mistake[] {
  const obstacles = new Obstacles(site, part, code);
  reportFileCalls(obstacles, code);
  for (const { d, n, ss } of parse(code, part)[0]) {
    if (d === -2) obstacles.report("unsupported-worker", ss, "the worker asks where its file is");
    else if (n === undefined)
      obstacles.report("unsupported-worker", ss, "the worker imports what is not named");
  }
  return obstacles.found;
}
