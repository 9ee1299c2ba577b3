import type { Introduction, ShelfFailure, ShelfRequest, ShelfStatus, VersionNotice } from "../version.ts";
import { Answers, pathOf } from "./answer.ts";
import { Readers } from "./readers.ts";
import type { Reader, WorkerScope } from "./scope.ts";
import { Shelf } from "./shelf.ts";

/*
 *   installing → waiting → active          A new version waits until the reader accepts it or the last page of the
 *   (fills its shelf)  ↑   (answers)       old one is closed. Pages that are open then stay with their version until
 *          accepted, or nobody reads       they are loaded anew: `readers.ts` knows which page reads which.
 *
 *   The first version takes over the pages that are open. They came from the server, and until one has shown that it
 *   is of this version, it gets from the shelf only what is named by its content.
 */

const scope = self as unknown as WorkerScope;
const version = scope.ansatzVersion;
const root = scope.registration.scope;
const shelf = new Shelf(version, root);
const readers = new Readers(scope);
const answers = new Answers(shelf, readers, root);
let keepsExperiments = false;

scope.addEventListener("install", (event) => event.waitUntil(install()));
scope.addEventListener("activate", (event) => event.waitUntil(readers.handOver(version.id)));
scope.addEventListener("message", (event) => event.waitUntil(serve(event)));
scope.addEventListener("fetch", (event) => {
  const answer = answers.to(event);
  if (answer === undefined) return;
  event.respondWith(answer);
  if (event.request.mode === "navigate") event.waitUntil(readers.forgetClosed(version.id));
  if (!keepsExperiments && shelf.isOfExperiments(pathOf(event.request.url, root))) {
    event.waitUntil(keepExperiments());
  }
});

/**
 * The first use of one experiment keeps them all, worker and backends included: a page that is still open when the next
 * version comes finds on no server what it has not loaded yet.
 */
async function keepExperiments(used: readonly string[] = []): Promise<void> {
  if (!(await shelf.isOpen())) return;
  keepsExperiments = true;
  await readers.want({ wantsExperiments: true });
  await shelf.keepExperiments(used).catch(() => {
    keepsExperiments = false;
  });
}

async function keepCourse(): Promise<void> {
  await readers.want({ wantsCourse: true });
  await shelf.keepCourse().catch(() => {});
}

/**
 * A page that was loaded before this worker was there is of its version if it was built from the same sources, and all
 * that it has loaded under names of content is this version's. One of another version, which this one has no shelf of,
 * is told so.
 */
async function meet(page: Reader, { build, used }: Introduction): Promise<void> {
  const paths = used.filter((url) => url.startsWith(root)).map((url) => pathOf(url, root));
  const isOurs =
    build === version.build && paths.every((path) => !shelf.isNamedByContent(path) || shelf.has(path));
  const wasUnknown = await readers.meet(page.id, isOurs ? undefined : `another, ${build}`);
  const notice: VersionNotice = { isOther: true };
  if (wasUnknown && !isOurs) page.postMessage(notice);
  if (paths.some((path) => shelf.isOfExperiments(path))) await keepExperiments(paths);
}

/** All or nothing: a version that is not complete never becomes active, and the one before it stays. */
async function install(): Promise<void> {
  try {
    await fill();
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
    if (isFull) await caches.delete(shelf.name);
    const failure: ShelfFailure = { notKept: isFull ? "there is no room for it" : (error as Error).message };
    const pages = await scope.clients.matchAll({ includeUncontrolled: true, type: "window" });
    for (const page of pages) page.postMessage(failure);
    throw error;
  }
}

async function fill(): Promise<void> {
  await shelf.fill(await readers.wishes());
}

async function serve({ data, ports, source }: MessageEvent): Promise<void> {
  const request = data as ShelfRequest | Introduction;
  if (typeof request === "object") return meet(source as unknown as Reader, request);
  if (request === "accept") return scope.skipWaiting();
  // what could not be kept is missing in the status
  if (request === "keep") await fill().catch(() => {});
  if (request === "keep-course") await keepCourse();
  if (request === "keep-experiments") await keepExperiments();
  ports[0]?.postMessage(await status());
}

async function status(): Promise<ShelfStatus> {
  const sum = (files: typeof version.files) =>
    Object.values(files).reduce((all, [, bytes]) => all + bytes, 0);
  return {
    version: version.id,
    course: sum(version.files) + sum(version.pages),
    experiments: sum(version.later),
    hasCourse: await shelf.hasCourse(),
    hasExperiments: await shelf.hasExperiments(),
  };
}
