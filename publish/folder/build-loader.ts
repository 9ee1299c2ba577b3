import { bundleScript } from "../bundle-script.ts";

/** Compiles the loader into one classic script. */
export function buildLoader(): Promise<string> {
  return bundleScript(new URL("loader.ts", import.meta.url));
}
