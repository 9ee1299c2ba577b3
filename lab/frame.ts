import * as plot from "@observablehq/plot";
import domino from "domino";
import type { Experiment } from "./experiment.ts";
import { type Measurement, measure } from "./measure.ts";
import type { Values } from "./parameters.ts";
import { drawPictures, panelClass } from "./picture.ts";

/** A figure as the build shows it: what print, previews and readers without JavaScript get. */
export interface Frame {
  /** One `<svg>` element a panel, without a style element; colours are the page's custom properties. */
  readonly panels: readonly { readonly svg: string; readonly className: string }[];
  /** All panels' SVG, one after the other. */
  readonly svg: string;
  /** The picture in words; also the first panel's own `aria-label`. */
  readonly description: string;
  readonly quantities: readonly Measurement[];
}

/** An experiment at one state, as HTML text. The same values give the same text, to the byte. */
export function renderFrame(experiment: Experiment, values: Values, id = "figure"): Frame {
  const { result, quantities } = measure(experiment, values);
  const document = domino.createDocument();
  const pictures = drawPictures(experiment, result, values, { plot, document, id });
  const panels = pictures.map((picture) => ({
    svg: picture.svg.outerHTML,
    className: panelClass(picture),
  }));
  const svg = panels.map((panel) => panel.svg).join("");
  return { panels, svg, description: experiment.describe(result, values), quantities };
}
