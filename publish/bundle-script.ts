import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Compiles a script and all that it imports into one classic script. */
export async function bundleScript(source: URL): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(source)],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    minify: true,
    charset: "utf8",
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error(`esbuild compiled nothing out of ${source.pathname}`);
  return script.text;
}
