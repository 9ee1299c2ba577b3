import type { RunFrame } from "../experiment.ts";
import type { Minimum } from "../landscape.ts";
import type { Values } from "../parameters.ts";

/** What can compute, in order of preference: tf.js on three backends, and plain double precision without tf.js. */
export type BackendName = "webgpu" | "webgl" | "cpu" | "plain";

/** What every request says: who asks, for which experiment, in which state. */
interface Asked {
  readonly id: number;
  /** The figure that asks: its name in the page. */
  readonly figure: string;
  /** The experiment's folder. */
  readonly experiment: string;
  readonly values: Values;
  /** A backend that the reader chose; it is taken even on a software device. Without it, the best real one. */
  readonly backend?: BackendName;
}

/** Asks for `compute`'s result, where it is too heavy for the page's own thread. */
export interface ComputeRequest extends Asked {
  readonly kind: "compute";
}

/** Asks for `accelerate`'s result. */
export interface AccelerateRequest extends Asked {
  readonly kind: "accelerate";
}

/** Asks for a landscape. */
export interface LandscapeRequest extends Asked {
  readonly kind: "landscape";
}

/** Asks for a run's next frame: its first where the session is new. A figure has one session at a time. */
export interface FrameRequest extends Asked {
  readonly kind: "frame";
  readonly run: string;
  readonly session: number;
  /** Milliseconds that may be spent on going further than one frame; the last one is answered. */
  readonly budget: number;
}

/** Ends a figure's session. */
export interface StopRequest extends Asked {
  readonly kind: "stop";
}

/** What a page asks its worker. A newer request of the same figure and kind overtakes an older one. */
export type Request = ComputeRequest | AccelerateRequest | LandscapeRequest | FrameRequest | StopRequest;

/** What was computed, and with what. */
export interface Report {
  readonly backend: BackendName;
  /** The device as the browser names it, or why there is none. */
  readonly device: string;
  readonly milliseconds: number;
  /** Tensors that are alive in the worker afterwards: 0 unless a run is under way, or something leaks. */
  readonly tensors: number;
}

/** The result of `compute` or `accelerate`. */
export interface ResultReply extends Report {
  readonly id: number;
  readonly kind: "result";
  /** A clone of a `Result`. */
  readonly result: unknown;
}

/** A landscape. */
export interface LandscapeReply extends Report {
  readonly id: number;
  readonly kind: "landscape";
  readonly columns: number;
  readonly rows: number;
  readonly fields: Readonly<Partial<Record<string, ArrayLike<number>>>>;
  /** The local minima of every quantity, lowest first. */
  readonly minima: Readonly<Record<string, readonly Minimum[]>>;
}

/** A run's newest frame; without one the run was over already. */
export interface FrameReply extends Report {
  readonly id: number;
  readonly kind: "frame";
  readonly frame?: RunFrame;
  readonly isOver: boolean;
}

/** What a worker answers. */
export type Reply =
  | ResultReply
  | LandscapeReply
  | FrameReply
  | { readonly id: number; readonly kind: "overtaken" | "stopped" }
  | { readonly id: number; readonly kind: "failed"; readonly reason: string };

const names = { webgpu: "WebGPU", webgl: "WebGL", cpu: "tf.js on the CPU", plain: "the CPU" } as const;

/** What computed, in words: backend and device; where it was no GPU, in double precision or why. */
export function sentenceOf({ backend, device }: Report): string {
  const why = device === "" ? "" : ` (${device})`;
  return backend === "plain" ? `${names.plain}, in double precision${why}` : `${names[backend]}${why}`;
}
