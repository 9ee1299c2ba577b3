import { siteAddress } from "../../../layouts/site-address.ts";
import type { ShelfRequest, ShelfStatus } from "../version.ts";

/** Asks the worker for something, and resolves to what it keeps then. */
export function askShelf(worker: ServiceWorker | null, request: ShelfRequest): Promise<ShelfStatus> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", ({ data }) => resolve(data as ShelfStatus), { once: true });
    port1.start();
    worker?.postMessage(request, [port2]);
  });
}

/** Removes all that was kept, and the worker, which goes when the last page is closed that it has answered. */
export async function clearShelf(container: ServiceWorkerContainer): Promise<void> {
  const own = `ansatz ${siteAddress("")}`;
  const registration = await container.getRegistration(siteAddress(""));
  await registration?.unregister();
  for (const name of await caches.keys()) {
    if (name === own || name.startsWith(`${own} `)) await caches.delete(name);
  }
}
