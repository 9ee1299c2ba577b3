import { locate } from "../address.ts";
import type { BuiltSite } from "../built-site.ts";

/** An entry of the list that `import.meta.glob` makes of a course's experiments, and the module that it loads. */
const entry =
  /["'`]\/experiments\/(?<name>[^"'`/]+)\/index\.ts["'`]\s*:\s*\(\)\s*=>[^"'`]*?import\(\s*["'`](?<address>[^"'`]+)/g;

/** The modules of experiments that a script lists, and that are none of the given ones, by path in the site. */
export function otherExperiments(
  site: BuiltSite,
  path: string,
  code: string,
  names: ReadonlySet<string>,
): string[] {
  return [...code.matchAll(entry)].flatMap(({ groups }) => {
    if (groups === undefined || names.has(groups["name"] ?? "")) return [];
    const target = locate(site, path, groups["address"] ?? "");
    return target.kind === "file" ? [target.path] : [];
  });
}
