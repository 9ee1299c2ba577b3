import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Mistake, MistakesError } from "../../mistakes/mistake.ts";
import { type BuiltSite, listFiles, readText } from "../built-site.ts";
import { replaceFolder, withDraft } from "../draft.ts";
import { plainNote, readProvenance } from "../provenance.ts";
import { buildLoader } from "./build-loader.ts";
import { checkLooseScripts } from "./loose-scripts.ts";
import { checkReplaceable, renderOwnFiles } from "./own-files.ts";
import { rewritePage } from "./page.ts";
import { loaderPath, ownFilesPath } from "./registry.ts";
import { type PageScripts, rewriteScripts } from "./scripts.ts";
import { rewriteStyle } from "./style.ts";

/** Takes a line of progress: a step, and what it did. */
export type Say = (step: string, done: string) => void;

/**
 * Writes a built site into a folder from which it works by double click. All or nothing: it is written beside the
 * folder and put in its place at the end. Throws a `MistakesError` that names whatever would not work from disk, and
 * a `Refusal` where the folder holds something that no export put there.
 */
export async function exportFolder(site: BuiltSite, folder: string, say: Say): Promise<void> {
  await checkReplaceable(folder);
  await withDraft(folder, async (draft) => {
    const obstacles = await writeDraft(site, draft, say);
    if (obstacles.length > 0) throw new MistakesError(obstacles);
    replaceFolder(folder, draft);
  });
}

/** Pages first, for they name the scripts; what no step rewrites is copied. */
async function writeDraft(site: BuiltSite, draft: string, say: Say): Promise<readonly Mistake[]> {
  const pages = await writePages(site, draft);
  say("pages", `${pages.written.length}, links relative`);
  const scripts = await writeScripts(site, draft, pages.scripts);
  say("scripts", `${scripts.written.length} made classic, loaded when they are asked for`);
  const styles = await writeStyles(site, draft);
  say("styles", `${styles.written.length}, fonts by relative address`);
  const left = pages.left.union(styles.left.difference(pages.used));
  const done = new Set([...pages.written, ...scripts.written, ...styles.written, ...scripts.absorbed]);
  const others = [...site.files].filter((path) => !done.has(path) && !left.has(path));
  const loose = await checkLooseScripts(site, others, scripts.written);
  const copied = others.filter((path) => !loose.dead.has(path));
  for (const path of copied) await copyInto(draft, site, path);
  await writeInto(draft, "about.txt", `${site.title}\n\n${plainNote(await readProvenance(site))}\n`);
  await writeInto(draft, ownFilesPath, renderOwnFiles(await listFiles(draft)));
  say("other files", `${copied.length} copied`);
  return [...pages.obstacles, ...scripts.obstacles, ...styles.obstacles, ...loose.obstacles];
}

/** The files that a step wrote, and what it found in them. */
interface Step {
  readonly written: readonly string[];
  readonly obstacles: readonly Mistake[];
}

/** What the pages start, and what only served pages do. */
interface PageStep extends Step {
  readonly scripts: PageScripts;
  readonly left: ReadonlySet<string>;
  readonly used: ReadonlySet<string>;
}

async function writePages(site: BuiltSite, draft: string): Promise<PageStep> {
  const written = pathsOf(site, ".html");
  const obstacles: Mistake[] = [];
  const scripts = { modules: new Set<string>(), classic: new Set<string>() };
  const [left, used] = [new Set<string>(), new Set<string>()];
  for (const path of written) {
    const page = rewritePage(site, path, await readText(site, path));
    obstacles.push(...page.obstacles);
    for (const script of page.modules) scripts.modules.add(script);
    for (const script of page.classic) scripts.classic.add(script);
    for (const file of page.servedOnly) left.add(file);
    for (const file of page.used) used.add(file);
    await writeInto(draft, path, page.text);
  }
  return { written, obstacles, scripts, left: left.difference(used), used };
}

async function writeScripts(site: BuiltSite, draft: string, started: PageScripts) {
  const { texts, absorbed, obstacles } = await rewriteScripts(site, started);
  for (const [path, text] of texts) await writeInto(draft, path, text);
  await writeInto(draft, loaderPath, await buildLoader());
  return { written: [...texts.keys()], absorbed, obstacles };
}

async function writeStyles(site: BuiltSite, draft: string) {
  const written = pathsOf(site, ".css");
  const obstacles: Mistake[] = [];
  const [left, used] = [new Set<string>(), new Set<string>()];
  for (const path of written) {
    const style = rewriteStyle(site, path, await readText(site, path));
    obstacles.push(...style.obstacles);
    for (const file of style.left) left.add(file);
    for (const file of style.used) used.add(file);
    await writeInto(draft, path, style.text);
  }
  return { written, obstacles, left: left.difference(used) };
}

function pathsOf({ files }: BuiltSite, extension: string): string[] {
  return [...files].filter((path) => path.endsWith(extension));
}

async function writeInto(folder: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

async function copyInto(folder: string, site: BuiltSite, path: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await copyFile(join(site.folder, path), join(folder, path));
}
