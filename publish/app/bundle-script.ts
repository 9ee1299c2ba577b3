import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Compiles a script of this folder into one classic script. */
export async function bundleScript(path: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(path, import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    minify: true,
    charset: "utf8",
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error(`esbuild compiled nothing out of ${path}`);
  return script.text;
}
