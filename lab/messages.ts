import type { Minimum } from "./landscape.ts";
import type { Values } from "./parameters.ts";

/** What can compute a landscape, in order of preference; "plain" is `compute` itself, without tf.js. */
export type BackendName = "webgpu" | "webgl" | "plain";

/** A page asks its worker for a landscape; a newer request of the same figure overtakes an older one. */
export interface LandscapeRequest {
  readonly id: number;
  /** The figure that asks: its name in the page. */
  readonly figure: string;
  /** The experiment's folder. */
  readonly experiment: string;
  readonly values: Values;
  /** A backend that the reader chose; it is taken even on a software device. Without it, the best real one. */
  readonly backend?: BackendName;
}

/** A landscape, and what it was computed with. */
export interface LandscapeReply {
  readonly id: number;
  readonly kind: "landscape";
  readonly columns: number;
  readonly rows: number;
  readonly fields: Readonly<Record<string, ArrayLike<number>>>;
  /** The local minima of every quantity, lowest first. */
  readonly minima: Readonly<Record<string, readonly Minimum[]>>;
  readonly backend: BackendName;
  /** The device as the browser names it, or why there is none. */
  readonly device: string;
  readonly milliseconds: number;
  /** Tensors that are alive after the run: 0 unless something leaks. */
  readonly tensors: number;
}

/** What a worker answers to a request. */
export type Reply =
  | LandscapeReply
  | { readonly id: number; readonly kind: "overtaken" }
  | { readonly id: number; readonly kind: "failed"; readonly reason: string };

/** A run in a sentence: how fine, how long, and on what; where on no GPU, why. */
export function sentenceOf({ backend, device, columns, rows, milliseconds }: LandscapeReply): string {
  const size = `${columns} × ${rows} points in ${Math.round(milliseconds)} ms`;
  if (backend !== "plain") return `${size} on ${device}`;
  return `${size}, in double precision${device === "" ? "" : ` (${device})`}`;
}
