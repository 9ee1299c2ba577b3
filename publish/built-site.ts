import { glob, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { isServedOnly } from "./app/places.ts";
import { findElement, parseElements } from "./html.ts";
import { Refusal } from "./refusal.ts";

/** A built site on disk. Paths within it have forward slashes and no leading one: `homework/index.html`. */
export interface BuiltSite {
  /** The folder, as it was given. */
  readonly folder: string;
  /** Every file of it that a copy may hold, sorted: what installs a served site and what was published beside it is not. */
  readonly files: ReadonlySet<string>;
  /** The path under which it is served, with slashes at both ends: `/` or `/course/`. */
  readonly base: string;
  /** The course's title, from the first page. */
  readonly title: string;
}

/** Lists a built site and reads base path and title out of its first page; throws a `Refusal` where there is none. */
export async function readBuiltSite(folder: string): Promise<BuiltSite> {
  const files = await listFiles(folder);
  if (!files.has("index.html")) {
    throw new Refusal(`${folder} holds no built site (it has no index.html): run \`npm run build\` first`);
  }
  const elements = parseElements(await readFile(join(folder, "index.html"), "utf8"));
  const base = findElement(elements, "html", "data-root");
  if (base === undefined) {
    throw new Refusal(
      `${folder}/index.html does not say where the site's root is (\`data-root\`): build it with this Ansatz`,
    );
  }
  const title = findElement(elements, "meta", "content", ["property", "og:site_name"]);
  const own = new Set([...files].filter((path) => !isServedOnly(path)));
  return { folder, files: own, base, title: title ?? "Course" };
}

/** The text of one of the site's files. */
export function readText(site: BuiltSite, path: string): Promise<string> {
  return readFile(join(site.folder, path), "utf8");
}

/** Every file below a folder, by its path there with forward slashes, sorted. */
export async function listFiles(folder: string): Promise<Set<string>> {
  const paths: string[] = [];
  for await (const entry of glob("**/*", { cwd: folder, withFileTypes: true })) {
    if (entry.isFile()) paths.push(relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"));
  }
  return new Set(paths.sort());
}
