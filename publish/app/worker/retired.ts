import type { WorkerScope } from "./scope.ts";

/** The scope of a worker that takes itself away. */
interface RetiredScope extends WorkerScope {
  readonly registration: { readonly scope: string; unregister(): Promise<boolean> };
}

/*
 * Stands in the place of a worker in a site that has none: it clears what an earlier one has kept and goes. Open pages
 * are not reloaded; whatever they ask for from now on comes from the server.
 */

const scope = self as unknown as RetiredScope;
const { registration } = scope;

scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave(): Promise<void> {
  const own = `ansatz ${registration.scope}`;
  for (const name of await caches.keys()) {
    if (name === own || name.startsWith(`${own} `)) await caches.delete(name);
  }
  await registration.unregister();
}
