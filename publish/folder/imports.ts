import { type ImportSpecifier, parse } from "es-module-lexer";
import { locate } from "../address.ts";
import type { BuiltSite } from "../built-site.ts";
import type { Edit } from "../edits.ts";
import type { Obstacles } from "./obstacle.ts";
import { bindings } from "./registry.ts";

/** What a module imports, by path in the site, and the edits that name it so. */
export interface Imports {
  /** Modules that must have run before it. */
  readonly eager: readonly string[];
  /** Modules that it may ask for while it runs. */
  readonly lazy: readonly string[];
  readonly edits: readonly Edit[];
}

/** The dynamic kinds of an import, as the lexer marks them; static ones have `d` −1. */
const meta = -2;

/**
 * Reads a module's imports: `from "./b.js"` becomes `from "_astro/b.js"`, `import("./b.js")` a call of the loader,
 * `import.meta` the loader's object. es-module-lexer must have been initialised.
 */
export function readImports(site: BuiltSite, path: string, code: string, obstacles: Obstacles): Imports {
  const [specifiers] = parse(code, path);
  const eager = new Set<string>();
  const lazy = new Set<string>();
  const edits = specifiers.flatMap((specifier): Edit[] => {
    if (specifier.d === meta) return [{ start: specifier.s, end: specifier.e, text: bindings.meta }];
    const target = moduleOf(site, path, specifier);
    if (typeof target !== "string") {
      obstacles.report("unsupported-script", specifier.ss, target.reason);
      return [];
    }
    const isStatic = specifier.d === -1;
    (isStatic ? eager : lazy).add(target);
    return isStatic ? [staticEdit(specifier, target)] : dynamicEdits(specifier, target);
  });
  return { eager: [...eager], lazy: [...lazy], edits };
}

function moduleOf(site: BuiltSite, path: string, { n, a }: ImportSpecifier): string | { reason: string } {
  if (n === undefined) return { reason: "the module that is imported is known only when the script runs" };
  if (a !== -1) return { reason: `the import of “${n}” has attributes` };
  const target = /^[./]/.test(n) ? locate(site, path, n) : undefined;
  return target?.kind === "file"
    ? target.path
    : { reason: `the import of “${n}” leads to no file of the site` };
}

function staticEdit({ s, e }: ImportSpecifier, target: string): Edit {
  return { start: s, end: e, text: target };
}

function dynamicEdits({ ss, s, e }: ImportSpecifier, target: string): Edit[] {
  return [
    { start: ss, end: ss + "import".length, text: bindings.load },
    { start: s, end: e, text: JSON.stringify(target) },
  ];
}
