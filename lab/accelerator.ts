import type { LandscapeReply, LandscapeRequest, Reply } from "./messages.ts";

/** Starts the worker that a route owns; it must call `serveExperiments`. */
export type StartWorker = () => Worker;

interface Waiting {
  readonly resolve: (reply: LandscapeReply | undefined) => void;
  readonly reject: (error: Error) => void;
}

/** The page's side of the worker: starts it at the first request, and anew after it has failed. */
export class Accelerator {
  readonly #start: StartWorker;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #lastId = 0;

  constructor(start: StartWorker) {
    this.#start = start;
  }

  /** The landscape, or undefined where a newer request has overtaken; rejects with the reason of a failure. */
  async landscape(request: Omit<LandscapeRequest, "id">): Promise<LandscapeReply | undefined> {
    this.#worker ??= this.#startWorker();
    const id = ++this.#lastId;
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ ...request, id } satisfies LandscapeRequest);
    });
  }

  #startWorker(): Worker {
    const worker = this.#start();
    worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => this.#settle(data));
    worker.addEventListener("error", (event) => this.#abandon(event.message || "the worker could not start"));
    return worker;
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.kind === "failed") waiting?.reject(new Error(reply.reason));
    else waiting?.resolve(reply.kind === "landscape" ? reply : undefined);
  }

  #abandon(reason: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
  }
}
