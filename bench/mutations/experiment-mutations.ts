import { existsSync } from "node:fs";
import { readdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Another value than any that is not far off: also of 0, and of ∞. */
const wrong = "(value) => (Number.isFinite(value) ? 1.001 * value + 0.001 : 0)";

const broken = {
  /** The page computes something else than the build did. */
  page: `const isPage = typeof document !== "undefined" || typeof importScripts !== "undefined";
export default {
  ...original,
  compute: (values, tools) => (isPage ? spoilt(original.compute(values, tools)) : original.compute(values, tools)),
};`,
  /** tf.js computes something else on WebGL alone. */
  kernel: `export default original.accelerate === undefined ? original : {
  ...original,
  accelerate: async (values, tools) => {
    const result = await original.accelerate(values, tools);
    return tools.tf.getBackend() === "webgl" ? spoilt(result) : result;
  },
};`,
};

/** Breaks every experiment of a course's folder: what the page computes, or what tf.js computes on WebGL. */
export async function breakExperiments(root: string, how: keyof typeof broken): Promise<void> {
  for (const name of await readdir(join(root, "experiments"))) {
    const path = join(root, "experiments", name, "index.ts");
    if (!existsSync(path)) continue;
    await rename(path, join(root, "experiments", name, "original.ts"));
    await writeFile(
      path,
      `// @ts-nocheck: a deliberate fault
import original from "./original.ts";

const change = ${wrong};
const spoilt = (result) => ({
  ...result,
  quantities: Object.fromEntries(Object.entries(result.quantities).map(([name, value]) => [name, change(value)])),
});
${broken[how]}
`,
    );
  }
}
