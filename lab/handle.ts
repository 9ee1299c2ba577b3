import type { Parameters, ValuesOf } from "./parameters.ts";

/** A mark that a reader can drag: it moves one slider along x, or one along each axis. */
export interface Handle<S extends Parameters = Parameters> {
  /** The slider that it moves across, and announces. */
  readonly parameter: keyof S & string;
  /** The slider that it moves up and down; without it, it moves across alone. */
  readonly up?: keyof S & string;
  /** What it is, in words, where its sliders' meanings do not say it: "marked code". */
  readonly name?: string;
  /** The picture that it stands in, where `draw` returns several; without it, the first. */
  readonly panel?: number;
  /** The CSS colour of its ring; without it, Q's. */
  readonly color?: string;
  /** Where it stands, in data coordinates; undefined where the state has no such handle. */
  position(values: ValuesOf<S>): readonly [x: number, y: number] | undefined;
  /** The value of its slider when it is dragged to x, in data coordinates; put into range by the caller. */
  drag(x: number, values: ValuesOf<S>): number;
  /** The value of its second slider when it is dragged to y; without it, y itself. */
  dragUp?(y: number, values: ValuesOf<S>): number;
}
