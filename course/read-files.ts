import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileSource, locator, type Source } from "../markdown/source.ts";
import type { Mistake } from "../mistakes/mistake.ts";
import { checkSvg } from "./check-svg.ts";

/** A problem's files: its text, and what stands beside it. */
export interface ProblemFiles {
  readonly source: Source;
  /** Text files that belong to it, by their path from its folder. */
  readonly companions: ReadonlyMap<string, Source>;
  /** Images that belong to it, by their path from its folder, with their path from the course's root. */
  readonly images: ReadonlyMap<string, string>;
}

/** What stands in `content/`, sorted into what it is. */
export interface CourseFiles {
  readonly course: Source | undefined;
  readonly macros: Source | undefined;
  readonly assignments: readonly Source[];
  readonly problems: readonly ProblemFiles[];
  /** Files that could not be read as text, and pictures that do more than show something. */
  readonly mistakes: readonly Mistake[];
}

const imageName = /\.(svg|png|jpe?g|gif|webp|avif)$/i;
const textName = /\.(md|ya?ml|svg)$/i;

/**
 * Reads `content/` below the course's root. `x.md` and `x/index.md` are problems; whatever else stands in the folder
 * of an `index.md` belongs to it and is no page. A folder with `assignment.yaml` is an assignment.
 */
export async function readFiles(root: string): Promise<CourseFiles> {
  const mistakes: Mistake[] = [];
  const paths = await listFiles(root).catch((error: NodeJS.ErrnoException) => {
    mistakes.push(unreadable(pathBelow(root, error.path ?? join(root, "content")), error));
    return [];
  });
  const sources = new Map<string, Source>();
  for (const path of paths.filter((each) => textName.test(each))) {
    const read = await readSource(root, path);
    if ("mistake" in read) mistakes.push(read.mistake);
    else if (/\.svg$/i.test(path)) mistakes.push(...checkSvg(read.source));
    else sources.set(path, read.source);
  }
  const homes = new Set(
    paths.filter((path) => path.endsWith("/index.md")).map((path) => path.slice(0, -"index.md".length)),
  );
  const byHome = Map.groupBy(paths, (path) => homeOf(path, homes));
  const problems = [...sources.values()]
    .filter(({ path }) => path.endsWith(".md") && !path.endsWith("/README.md"))
    .filter(({ path }) => homeOf(path, homes) === undefined || path.endsWith("/index.md"))
    .map((source) => problemFiles(source, sources, byHome.get(homeOf(source.path, homes)) ?? []));
  return {
    course: sources.get("content/course.yaml"),
    macros: sources.get("content/macros.yaml"),
    assignments: [...sources.values()].filter(({ path }) => path.endsWith("/assignment.yaml")),
    problems,
    mistakes,
  };
}

/** The nearest folder around a file that is one of the `homes`, as `content/homework/problem-2/`. */
function homeOf(path: string, homes: ReadonlySet<string>): string | undefined {
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
    const folder = path.slice(0, at + 1);
    if (homes.has(folder)) return folder;
  }
  return undefined;
}

/** A problem's files, out of the paths that have the same home. */
function problemFiles(
  source: Source,
  sources: ReadonlyMap<string, Source>,
  paths: readonly string[],
): ProblemFiles {
  const folder = source.path.slice(0, source.path.lastIndexOf("/") + 1);
  const isHome = source.path.endsWith("/index.md");
  const companions = new Map<string, Source>();
  const images = new Map<string, string>();
  for (const path of paths.filter((each) => each.startsWith(folder) && each !== source.path)) {
    const companion = isHome ? sources.get(path) : undefined;
    if (companion !== undefined) companions.set(path.slice(folder.length), companion);
    if (imageName.test(path)) images.set(path.slice(folder.length), path);
  }
  return { source, companions, images };
}

/** Paths of all files below `content/`, sorted, with forward slashes; hidden files and links are left out. */
async function listFiles(root: string): Promise<string[]> {
  if (!existsSync(join(root, "content"))) return [];
  const entries = await readdir(join(root, "content"), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => pathBelow(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.split("/").some((name) => name.startsWith(".")))
    .sort();
}

function pathBelow(root: string, path: string): string {
  return relative(root, path).split(sep).join("/");
}

async function readSource(root: string, path: string): Promise<{ source: Source } | { mistake: Mistake }> {
  try {
    return decode(path, await readFile(join(root, path)));
  } catch (error) {
    return { mistake: unreadable(path, error as NodeJS.ErrnoException) };
  }
}

/** What the file system refuses. A name that is not UTF-8 was read with a stand-in, and is not found by it. */
function unreadable(path: string, { code = "unknown error" }: NodeJS.ErrnoException): Mistake {
  const isMisnamed = path.includes("\uFFFD");
  return {
    file: path,
    line: 1,
    column: 1,
    rule: "unreadable-file",
    what: isMisnamed ? "The name of the file is not UTF-8" : `The file or folder cannot be read (${code})`,
    hint: isMisnamed ? "Rename the file." : "See to its permissions, or move it out of `content/`.",
    severity: "error",
  };
}

function decode(path: string, bytes: Buffer): { source: Source } | { mistake: Mistake } {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { source: fileSource(path, text.replace(/\r\n/g, "\n")) };
  } catch {
    return { mistake: notUtf8(path, bytes) };
  }
}

function notUtf8(path: string, bytes: Buffer): Mistake {
  const decoded = bytes.toString("utf8");
  const place = locator(decoded)(decoded.indexOf("\uFFFD"));
  return {
    file: path,
    ...place,
    rule: "not-utf8",
    what: "The file is not UTF-8: a byte here belongs to no character",
    hint: "Save the file as UTF-8 in your editor.",
    severity: "error",
  };
}
