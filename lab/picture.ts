import type { PlotOptions, Scale } from "@observablehq/plot";
import type { Experiment, Plot, Result } from "./experiment.ts";
import type { Values } from "./parameters.ts";

/** A drawn panel: its SVG and the two scales that map data to the SVG's own pixels. */
export interface Picture {
  readonly svg: SVGSVGElement;
  readonly x: Scale;
  readonly y: Scale;
}

/** What a picture is drawn with; `document` may be the page's own or one made for the build. */
export interface PictureTools {
  readonly plot: Plot;
  readonly document: Document;
  /** Prefix of every id in the SVG: unique in the page. */
  readonly id: string;
}

/** Below this width, in its own pixels, a panel shares a line with its neighbour. */
const wide = 500;

/** An experiment's panels at one state: the same in the build and on the page. The first carries the description. */
export function drawPictures(
  experiment: Experiment,
  result: Result,
  values: Values,
  { frame, ...tools }: PictureTools & { readonly frame?: unknown },
): readonly Picture[] {
  const drawn = experiment.draw(result, values, { plot: tools.plot, frame });
  const panels: readonly PlotOptions[] = Array.isArray(drawn) ? drawn : [drawn as PlotOptions];
  const description = experiment.describe(result, values);
  return panels.map((options, index) =>
    index === 0
      ? drawPlot(options, description, tools)
      : drawPlot(options, options.ariaLabel ?? `${experiment.title}, panel ${index + 1}`, {
          ...tools,
          id: `${tools.id}-${index + 1}`,
        }),
  );
}

/** The class of the element around a panel's SVG. */
export function panelClass({ svg }: Pick<Picture, "svg">): string {
  const width = Number(svg.getAttribute("viewBox")?.split(" ")[2]);
  return width >= wide ? "panel panel-wide" : "panel";
}

/** Plot options as an SVG that carries its description, has no style element and no id of its neighbours. */
export function drawPlot(
  { ariaLabel: _named, ...options }: PlotOptions,
  description: string,
  { plot, document, id }: PictureTools,
): Picture {
  const room = options.margin === undefined ? roomForLabels : {};
  const drawn = plot.plot({ ...room, ...options, document, className: "plot", figure: false });
  const svg = drawn as unknown as SVGSVGElement;
  for (const style of Array.from(svg.querySelectorAll("style"))) style.remove();
  const renamed = renamedClips(svg, id);
  for (const element of [svg, ...Array.from(svg.querySelectorAll("*"))]) cleanAttributes(element, renamed);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", description);
  const [x, y] = [drawn.scale("x"), drawn.scale("y")];
  if (x === undefined || y === undefined) throw new Error("unsupported picture: it has no x or no y scale");
  return { svg, x, y };
}
/** Plot leaves room for ticks and labels of 10 pixels; the style sheet sets them in 14. */
const roomForLabels = { marginTop: 30, marginBottom: 48, marginLeft: 50 };
/** Presentation that belongs to the style sheet, and names that mean nothing inside one image. */
const dropped = ["font-family", "font-size", "font-variant", "aria-label", "aria-hidden", "aria-description"];
/** Attributes whose numbers are coordinates. */
const coordinates = new Set(["d", "transform", "points", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy"]);

function cleanAttributes(element: Element, renamed: ReadonlyMap<string, string>): void {
  for (const name of dropped) element.removeAttribute(name);
  for (const { name, value } of Array.from(element.attributes)) {
    const own = value.replace(/plot-clip-\d+/g, (old) => renamed.get(old) ?? old);
    const clean = coordinates.has(name) ? roundNumbers(own) : own;
    if (clean !== value) element.setAttribute(name, clean);
  }
}

/** Plot numbers its clip paths over the whole process: here they are counted anew, under the figure's id. */
function renamedClips(svg: SVGSVGElement, id: string): ReadonlyMap<string, string> {
  const clips = Array.from(svg.querySelectorAll("[id^=plot-clip-]"));
  return new Map(clips.map((clip, index) => [clip.id, `${id}-clip-${index + 1}`]));
}

/** Coordinates to a hundredth of a pixel. */
function roundNumbers(value: string): string {
  return value.replace(/-?\d*\.\d{3,}(?:e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(2))));
}
