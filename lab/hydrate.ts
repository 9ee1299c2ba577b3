import type { StartWorker } from "./accelerator.ts";
import { type Loaders, loadExperiment } from "./loaders.ts";

/** A figure is made live when it is this near to the screen. */
const margin = "400px";

/**
 * Defines `<ansatz-figure>`: a static frame that becomes live when it nears the screen.
 * A route calls it once a page, with its experiments and the worker that it owns; without a worker
 * figures are live, but offer no landscape. Until then, and after a failure, the static frame stands.
 */
export function defineFigures(loaders: Loaders, startWorker?: StartWorker): void {
  if (customElements.get("ansatz-figure")) return;
  const shared = oncePerPage(startWorker);

  class AnsatzFigure extends HTMLElement {
    #observer: IntersectionObserver | undefined;

    connectedCallback(): void {
      if (this.dataset["state"] !== undefined) return;
      this.#observer = new IntersectionObserver(
        (entries) => {
          if (!entries.some((entry) => entry.isIntersecting)) return;
          this.#observer?.disconnect();
          void hydrate(this, loaders, shared);
        },
        { rootMargin: margin },
      );
      this.#observer.observe(this);
    }

    disconnectedCallback(): void {
      this.#observer?.disconnect();
    }
  }
  customElements.define("ansatz-figure", AnsatzFigure);
}

/** Plot and one worker for all figures of a page, each fetched when the first figure needs it. */
function oncePerPage(startWorker: StartWorker | undefined) {
  const load = async () => {
    const [plot, live, { Accelerator }] = await Promise.all([
      import("@observablehq/plot"),
      import("./live-figure.ts"),
      import("./accelerator.ts"),
    ]);
    return { plot, LiveFigure: live.LiveFigure, accelerator: startWorker && new Accelerator(startWorker) };
  };
  let loaded: ReturnType<typeof load> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}

async function hydrate(
  host: HTMLElement,
  loaders: Loaders,
  shared: ReturnType<typeof oncePerPage>,
): Promise<void> {
  host.dataset["state"] = "loading";
  try {
    const [experiment, { LiveFigure, ...tools }] = await Promise.all([
      loadExperiment(loaders, host.dataset["experiment"] ?? ""),
      shared(),
    ]);
    new LiveFigure(host, experiment, tools).start();
  } catch (error) {
    host.dataset["state"] = "failed";
    console.warn(`The figure ${host.dataset["figure"]} stays a picture:`, error);
  }
}
