import type { Introduction } from "../version.ts";

/**
 * Tells the worker what a page is that was loaded before it: then the worker can answer what the page asks for later,
 * and keeps what the page has used already.
 */
export function introducePage(container: ServiceWorkerContainer): void {
  if (container.controller !== null) return;
  container.addEventListener("controllerchange", () => introduce(container.controller), { once: true });
  void container.ready.then(({ active }) => introduce(active));
}

function introduce(worker: ServiceWorker | null): void {
  const build = document.querySelector<HTMLMetaElement>('meta[name="ansatz-build"]')?.content ?? "";
  const used = performance.getEntriesByType("resource").map(({ name }) => name);
  const introduction: Introduction = { build, used };
  worker?.postMessage(introduction);
}
