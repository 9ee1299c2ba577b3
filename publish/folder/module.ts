import { init } from "es-module-lexer";
import { type TransformFailure, transform } from "esbuild";
import type { BuiltSite } from "../built-site.ts";
import { applyEdits } from "../edits.ts";
import { readBundledUrls } from "./bundled-urls.ts";
import { readImports } from "./imports.ts";
import { reportNetworkCalls } from "./network.ts";
import { Obstacles, type Rewritten } from "./obstacle.ts";
import { preloadEdits } from "./preload.ts";
import { renderModule } from "./registry.ts";

/** A module as a classic script, and the files that it needs, by path in the site. */
export interface RewrittenModule extends Rewritten {
  /** Modules that must have run before it. */
  readonly eager: readonly string[];
  /** Modules that it may ask for while it runs. */
  readonly lazy: readonly string[];
  readonly workers: readonly string[];
}

/**
 * Turns a built module into a classic script that registers itself with the loader. Browsers run no module from
 * disk; a classic script they do, and with the loader it keeps what modules give: one file for shared code, and
 * code that is read when it is asked for.
 */
export async function rewriteModule(site: BuiltSite, path: string, code: string): Promise<RewrittenModule> {
  await init;
  const obstacles = new Obstacles(site, path, code);
  reportNetworkCalls(obstacles, code);
  const imports = readImports(site, path, code, obstacles);
  const urls = readBundledUrls(site, path, code, obstacles);
  const edited = applyEdits(code, [...imports.edits, ...urls.edits, ...preloadEdits(code, obstacles)]);
  const commonJs = await toCommonJs(edited, obstacles);
  return {
    text: renderModule(path, imports.eager, commonJs),
    obstacles: obstacles.found,
    eager: imports.eager,
    lazy: imports.lazy,
    workers: urls.workers,
  };
}

/** The module in CommonJS; what has no such form (an `await` at the top) is reported. */
async function toCommonJs(code: string, obstacles: Obstacles): Promise<string> {
  try {
    const { code: commonJs } = await transform(code, {
      format: "cjs",
      target: "esnext",
      minify: true,
      charset: "utf8",
    });
    return commonJs.trimEnd();
  } catch (error) {
    for (const { text } of (error as TransformFailure).errors)
      obstacles.report("unsupported-script", 0, text);
    return "";
  }
}
