import { readFileSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { fileURLToPath } from "node:url";

/**
 * Ansatz is published as the TypeScript that it is written in. Node strips types by itself, but not from files in
 * `node_modules`, where an installed Ansatz stands; this hook does it there, for Ansatz's own files only.
 */
const house = new URL("..", import.meta.url).href;

registerHooks({
  load(url, context, nextLoad) {
    const isInstalled = url.startsWith(house) && house.includes("/node_modules/");
    if (!isInstalled || !/\.ts(\?|$)/.test(url)) return nextLoad(url, context);
    const source = stripTypes(readFileSync(fileURLToPath(url.split("?")[0]), "utf8"));
    return { format: "module", source, shortCircuit: true };
  },
});

/** Node's own function, without its warning that it is experimental: the Node that runs here is pinned. */
function stripTypes(code) {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(code);
  } finally {
    process.emitWarning = emitWarning;
  }
}
