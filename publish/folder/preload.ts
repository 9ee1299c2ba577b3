import type { Edit } from "../edits.ts";
import type { Obstacles } from "./obstacle.ts";

/** The list of files that Vite preloads before an `import()`, in the form in which it heads a chunk. */
const preloadList =
  /const __vite__mapDeps=\(i,m=__vite__mapDeps,d=\(m\.f\|\|\(m\.f=(\[[^\]]*\])\)\)\)=>i\.map\(i=>d\[i\]\);/;

/**
 * Empties Vite's list of preloads: it would put `<link rel="modulepreload">` with absolute addresses into the page.
 * The loader fetches what a module needs. A lazily loaded stylesheet is on the same list, and is refused.
 */
export function preloadEdits(code: string, obstacles: Obstacles): Edit[] {
  const start = code.indexOf("__vite__mapDeps");
  if (start === -1) return [];
  const list = preloadList.exec(code);
  if (list === null) {
    obstacles.report("unsupported-script", start, "preloads are listed in an unknown form");
    return [];
  }
  if (/\.css["'`]/.test(list[1] ?? "")) {
    obstacles.report("unsupported-script", start, "a stylesheet is loaded together with a module");
  }
  return [{ start: list.index, end: list.index + list[0].length, text: "const __vite__mapDeps=()=>[];" }];
}
