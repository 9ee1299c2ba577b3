import { glob, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { Refusal } from "./refusal.ts";

/** A built site on disk. Paths within it have forward slashes and no leading one: `homework/index.html`. */
export interface BuiltSite {
  /** The folder, as it was given. */
  readonly folder: string;
  /** Every file of it, sorted. */
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
  const page = await readFile(join(folder, "index.html"), "utf8");
  return { folder, files, base: findBase(page, files) ?? "/", title: findTitle(page) ?? "Course" };
}

/** The text of one of the site's files. */
export function readText(site: BuiltSite, path: string): Promise<string> {
  return readFile(join(site.folder, path), "utf8");
}

async function listFiles(folder: string): Promise<Set<string>> {
  const paths: string[] = [];
  for await (const entry of glob("**/*", { cwd: folder, withFileTypes: true })) {
    if (entry.isFile()) paths.push(relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"));
  }
  return new Set(paths.sort());
}

/** What stands before a file's path in a root-absolute address of the first page: `/course/` in `/course/a.css`. */
function findBase(page: string, files: ReadonlySet<string>): string | undefined {
  for (const [, address = ""] of page.matchAll(/\s(?:href|src)="(\/[^"?#]*)"/g)) {
    const steps = address.split("/");
    for (let cut = 1; cut < steps.length; cut++) {
      if (files.has(decodeURI(steps.slice(cut).join("/")))) return `${steps.slice(0, cut).join("/")}/`;
    }
  }
  return undefined;
}

function findTitle(page: string): string | undefined {
  const named = /<meta property="og:site_name" content="([^"]*)"/.exec(page) ?? /<title>([^<]*)</.exec(page);
  return named?.[1]?.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#39;", "'");
}
