import type { ShelfFailure, ShelfRequest, ShelfStatus } from "../version.ts";
import { Answers, pathOf } from "./answer.ts";
import { Readers } from "./readers.ts";
import type { WorkerScope } from "./scope.ts";
import { Shelf } from "./shelf.ts";

/*
 *   installing → waiting → active          A new version waits until the reader accepts it or the last page of the
 *   (fills its shelf)  ↑   (answers)       old one is closed. Pages that are open then stay with their version until
 *          accepted, or nobody reads       they are loaded anew: `readers.ts` knows which page reads which.
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
async function keepExperiments(): Promise<void> {
  keepsExperiments = true;
  await readers.wantExperiments();
  await shelf.keepExperiments().catch(() => {
    keepsExperiments = false;
  });
}

/** All or nothing: a version that is not complete never becomes active, and the one before it stays. */
async function install(): Promise<void> {
  try {
    await shelf.fill(await readers.wantsExperiments());
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
    if (isFull) await caches.delete(shelf.name);
    const failure: ShelfFailure = { notKept: isFull ? "there is no room for it" : String(error) };
    const pages = await scope.clients.matchAll({ includeUncontrolled: true, type: "window" });
    for (const page of pages) page.postMessage(failure);
    throw error;
  }
}

async function serve({ data, ports }: MessageEvent): Promise<void> {
  const request = data as ShelfRequest;
  if (request === "accept") return scope.skipWaiting();
  if (request === "keep-experiments") await keepExperiments();
  ports[0]?.postMessage(await status());
}

async function status(): Promise<ShelfStatus> {
  const sum = (files: typeof version.files) =>
    Object.values(files).reduce((all, [, bytes]) => all + bytes, 0);
  return {
    version: version.id,
    course: sum(version.files),
    experiments: sum(version.later),
    hasExperiments: await shelf.hasExperiments(),
  };
}
