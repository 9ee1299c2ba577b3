import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Compiles the loader into one classic script. */
export async function buildLoader(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("loader.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    minify: true,
    charset: "utf8",
  });
  const [loader] = outputFiles;
  if (loader === undefined) throw new Error("esbuild compiled no loader");
  return loader.text;
}
