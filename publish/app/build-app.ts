import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { listFiles } from "../built-site.ts";
import { bundleScript } from "../bundle-script.ts";
import { readFirstPage } from "./first-page.ts";
import { iconSizes, renderIcon } from "./icon.ts";
import { appFolder, isServedOnly, startPath, workerPath } from "./places.ts";
import { sortFiles } from "./sort-files.ts";
import { splitCourse } from "./split-course.ts";
import type { KeptFile, KeptFiles, Version } from "./version.ts";
import { renderWebManifest } from "./web-manifest.ts";

/**
 * Makes a built site one that can be installed and read without its server: the worker that keeps it, what its pages
 * start, the manifest and the icons. Whoever changes a file of a built site calls it again: the worker accepts no file
 * that is not the one it was told of. A course of more bytes than the limit is kept page by page.
 */
export async function buildApp(folder: string, limit?: number): Promise<Version> {
  await write(folder, startPath, await bundleScript(new URL("page/start.ts", import.meta.url)));
  await write(folder, `${appFolder}/site.webmanifest`, await renderWebManifest(folder));
  for (const icon of iconSizes) await write(folder, `${appFolder}/${icon.name}.png`, renderIcon(icon));
  const files = [...(await listFiles(folder))].filter((path) => path === startPath || !isServedOnly(path));
  const { build, assets } = await readFirstPage(folder);
  const { kept, later } = await sortFiles(folder, files, assets);
  const { files: atOnce, pages } = await splitCourse(folder, kept, assets, limit);
  const version = {
    build,
    assets,
    files: await readDigests(folder, atOnce),
    pages: await readDigests(folder, pages),
    later: await readDigests(folder, later),
  };
  const worker = await bundleScript(new URL("worker/worker.ts", import.meta.url));
  const id = createHash("sha256").update(JSON.stringify(version)).update(worker).digest("hex").slice(0, 20);
  const whole: Version = { id, ...version };
  await write(folder, workerPath, `self.ansatzVersion=${JSON.stringify(whole)};\n${worker}`);
  return whole;
}

/** Takes the place of the worker in a site that is not to be installed: readers of an earlier one are freed of it. */
export async function retireApp(folder: string): Promise<void> {
  await write(folder, workerPath, await bundleScript(new URL("worker/retired.ts", import.meta.url)));
}

async function readDigests(folder: string, paths: readonly string[]): Promise<KeptFiles> {
  const files: [string, KeptFile][] = [];
  for (const path of paths) {
    const bytes = await readFile(join(folder, path));
    const digest = createHash("sha256").update(bytes).digest("base64");
    files.push([addressOf(path), [`sha256-${digest}`, bytes.length]]);
  }
  return Object.fromEntries(files);
}

/** `homework/über/index.html` → `homework/%C3%BCber/`, as a browser asks for it. */
function addressOf(path: string): string {
  const address = path.replace(/(^|\/)index\.html$/, "$1").replaceAll(/[%#?]/g, encodeURIComponent);
  return new URL(address, "http://site/").pathname.slice(1);
}

async function write(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}
