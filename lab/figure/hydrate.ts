import { type Loaders, loadExperiment } from "../loaders.ts";
import type { StartWorker } from "../worker/accelerator.ts";
import type { LiveFigure } from "./live-figure.ts";

/** A figure is made live when it is this near to the screen. */
const margin = "400px";

/**
 * Defines `<ansatz-figure>`: a static frame that becomes live when it nears the screen.
 * A route calls it once a page, with its experiments and the worker that it owns; without a worker
 * figures are live, but nothing is accelerated. Until then, and after a failure, the static frame stands.
 */
export function defineFigures(loaders: Loaders, startWorker?: StartWorker): void {
  if (customElements.get("ansatz-figure")) return;
  const shared = oncePerPage(startWorker);

  class AnsatzFigure extends HTMLElement {
    #observer: IntersectionObserver | undefined;
    #live: Promise<LiveFigure | undefined> | undefined;

    connectedCallback(): void {
      if (this.#live !== undefined) return;
      this.#observer = new IntersectionObserver(
        (entries) => entries.some((entry) => entry.isIntersecting) && void this.live(),
        { rootMargin: margin },
      );
      this.#observer.observe(this);
    }

    disconnectedCallback(): void {
      this.#observer?.disconnect();
    }

    /** The figure, live; undefined where it stays a picture. */
    live(): Promise<LiveFigure | undefined> {
      this.#observer?.disconnect();
      this.#live ??= hydrate(this, loaders, shared);
      return this.#live;
    }
  }
  customElements.define("ansatz-figure", AnsatzFigure);
  document.addEventListener("click", (event) => void followLink(event));

  /** A link of the prose sets its figure's state, and leads to it where it is out of sight. */
  async function followLink(event: MouseEvent): Promise<void> {
    const link = event.target instanceof Element && event.target.closest<HTMLElement>("a.set-figure");
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const figure = document.querySelector(`ansatz-figure[data-figure="${link.dataset["experiment"]}"]`);
    if (!(figure instanceof AnsatzFigure)) return;
    event.preventDefault();
    const live = await figure.live();
    live?.set(JSON.parse(link.dataset["state"] ?? "{}") as Record<string, unknown>);
    const { top, bottom } = figure.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) figure.scrollIntoView({ block: "nearest" });
  }
}

/** Plot and one worker for all figures of a page, each fetched when the first figure needs it. */
function oncePerPage(startWorker: StartWorker | undefined) {
  const load = async () => {
    const [plot, live, { Accelerator }] = await Promise.all([
      import("@observablehq/plot"),
      import("./live-figure.ts"),
      import("../worker/accelerator.ts"),
    ]);
    return { plot, LiveFigure: live.LiveFigure, accelerator: startWorker && new Accelerator(startWorker) };
  };
  let loaded: ReturnType<typeof load> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}

/** Off line, what runs a figure may not be there. */
const notStarted =
  "This figure could not be started; the page’s own picture of it stands. Load the page again to retry.";

async function hydrate(
  host: HTMLElement,
  loaders: Loaders,
  shared: ReturnType<typeof oncePerPage>,
): Promise<LiveFigure | undefined> {
  host.dataset["state"] = "loading";
  try {
    const [experiment, { LiveFigure, ...tools }] = await Promise.all([
      loadExperiment(loaders, host.dataset["experiment"] ?? ""),
      shared(),
    ]);
    const figure = new LiveFigure(host, experiment, tools);
    await figure.start();
    return host.dataset["state"] === "live" ? figure : undefined;
  } catch (error) {
    host.dataset["state"] = "failed";
    const toolbar = host.querySelector(".toolbar");
    if (toolbar !== null) toolbar.textContent = notStarted;
    console.warn(`The figure ${host.dataset["figure"]} stays a picture:`, error);
    return undefined;
  }
}
