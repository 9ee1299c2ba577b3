import { serveExperiments } from "../lab/worker/worker.ts";

/** The worker of a page's figures: it knows every experiment of the course, and loads the ones it is asked for. */
serveExperiments(import.meta.glob("/experiments/*/index.ts"));
