import * as plot from "@observablehq/plot";
import domino from "domino";
import type { Experiment } from "./experiment.ts";
import { type Measurement, measure } from "./measure.ts";
import type { Values } from "./parameters.ts";
import { drawPicture } from "./picture.ts";

/** A figure as the build shows it: what print, previews and readers without JavaScript get. */
export interface Frame {
  /** One `<svg>` element, without a style element; colours are the page's custom properties. */
  readonly svg: string;
  /** The picture in words; also the SVG's own `aria-label`. */
  readonly description: string;
  readonly quantities: readonly Measurement[];
}

/** An experiment at one state, as HTML text. The same values give the same text, to the byte. */
export function renderFrame(experiment: Experiment, values: Values, id = "figure"): Frame {
  const { result, quantities } = measure(experiment, values);
  const document = domino.createDocument();
  const { svg } = drawPicture(experiment, result, values, { plot, document, id });
  return { svg: svg.outerHTML, description: experiment.describe(result, values), quantities };
}
