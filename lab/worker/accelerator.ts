import type {
  AccelerateRequest,
  ComputeRequest,
  FrameReply,
  FrameRequest,
  LandscapeReply,
  LandscapeRequest,
  Reply,
  Request,
  ResultReply,
  StopRequest,
} from "./messages.ts";

/** Starts the worker that a route owns; it must call `serveExperiments`. */
export type StartWorker = () => Worker;

/** How long a worker may be silent while something is asked of it: a GPU can hang, and an experiment can loop. */
const patience = 60_000;

type Unnumbered<R> = R extends Request ? Omit<R, "id" | "kind"> : never;
type Answer = ResultReply | LandscapeReply | FrameReply | undefined;

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** The page's side of the worker: starts it at the first request, and anew after it has failed or fallen silent. */
export class Accelerator {
  readonly #start: StartWorker;
  readonly #patience: number;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastId = 0;

  constructor(start: StartWorker, silence = patience) {
    this.#start = start;
    this.#patience = silence;
  }

  /** `compute`'s result, or undefined where a newer request has overtaken; like all below, rejects with a reason. */
  compute(request: Unnumbered<ComputeRequest>): Promise<ResultReply | undefined> {
    return this.#ask({ ...request, kind: "compute", id: ++this.#lastId }) as Promise<ResultReply | undefined>;
  }

  /** `accelerate`'s result, or undefined where a newer request has overtaken. */
  accelerate(request: Unnumbered<AccelerateRequest>): Promise<ResultReply | undefined> {
    return this.#ask({ ...request, kind: "accelerate", id: ++this.#lastId }) as Promise<
      ResultReply | undefined
    >;
  }

  /** The landscape, or undefined where a newer request has overtaken. */
  landscape(request: Unnumbered<LandscapeRequest>): Promise<LandscapeReply | undefined> {
    return this.#ask({ ...request, kind: "landscape", id: ++this.#lastId }) as Promise<
      LandscapeReply | undefined
    >;
  }

  /** The next frame of a run, or undefined where a newer request has overtaken. */
  frame(request: Unnumbered<FrameRequest>): Promise<FrameReply | undefined> {
    return this.#ask({ ...request, kind: "frame", id: ++this.#lastId }) as Promise<FrameReply | undefined>;
  }

  /** Ends a figure's run. */
  async stop(request: Unnumbered<StopRequest>): Promise<void> {
    if (this.#worker) await this.#ask({ ...request, kind: "stop", id: ++this.#lastId });
  }

  #ask(request: Request): Promise<Answer> {
    this.#worker ??= this.#startWorker();
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.id, { resolve, reject });
      worker.postMessage(request);
      if (this.#waiting.size === 1) this.#expectAnswer();
    });
  }

  #startWorker(): Worker {
    const worker = this.#start();
    worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => this.#settle(data));
    worker.addEventListener("error", (event) => this.#abandon(event.message || "the worker could not start"));
    return worker;
  }

  #expectAnswer(): void {
    clearTimeout(this.#timer);
    if (this.#waiting.size === 0) return;
    const words = `nothing was heard from the worker for ${this.#patience / 1000} s`;
    this.#timer = setTimeout(() => this.#abandon(words), this.#patience);
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    this.#expectAnswer();
    if (reply.kind === "failed") waiting?.reject(new Error(reply.reason));
    else waiting?.resolve("backend" in reply ? reply : undefined);
  }

  #abandon(reason: string): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
  }
}
