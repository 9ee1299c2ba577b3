import domino from "domino";
import { describe, expect, test } from "vitest";
import gaussianFit from "../../experiments/gaussian-fit/index.ts";
import type { Experiment } from "../../lab/experiment.ts";
import { renderFrame } from "../../lab/frame.ts";
import { defaultValues } from "../../lab/parameters.ts";

const experiment: Experiment = gaussianFit;
const values = defaultValues(gaussianFit.parameters);

/** The same experiment with two clipped marks, so that Plot makes clip paths. */
const clipped: Experiment = {
  ...experiment,
  draw: (_result, _values, { plot }) => ({
    marks: [plot.lineY([1, 2, 3], { clip: true }), plot.dotY([3, 2, 1], { clip: "frame" })],
  }),
};

function idsOf(svg: string): string[] {
  const { body } = domino.createDocument(svg);
  return Array.from(body.querySelectorAll("[id]"), ({ id }) => id);
}

describe("renderFrame", () => {
  test("the same state gives the same bytes, however much was drawn before", () => {
    const first = renderFrame(clipped, values, "a");
    renderFrame(clipped, { ...values, mean: 1, deviation: 1 }, "b");
    expect(renderFrame(clipped, values, "a")).toEqual(first);
    expect(renderFrame(experiment, values)).toEqual(renderFrame(experiment, values));
  });

  test("there is no style element and no style attribute", () => {
    expect(renderFrame(experiment, values).svg).not.toMatch(/<style|\sstyle=/);
  });

  test("ids begin with the figure's and are unique over two figures of a page", () => {
    const svgs = ["fig-a", "fig-b"].map((id) => renderFrame(clipped, values, id).svg);
    const ids = svgs.flatMap(idsOf);
    expect(ids.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^fig-[ab]-clip-\d+$/.test(id))).toBe(true);
    for (const svg of svgs) {
      const used = Array.from(svg.matchAll(/url\(#([^)]+)\)/g), ([, id]) => id);
      expect(used.length).toBeGreaterThan(0);
      expect(used.every((id) => idsOf(svg).includes(id ?? ""))).toBe(true);
    }
  });

  test("the picture is an image with the description as its name", () => {
    const { svg, description } = renderFrame(experiment, values);
    const image = domino.createDocument(svg).querySelector("svg");
    expect(image?.getAttribute("role")).toBe("img");
    expect(image?.getAttribute("aria-label")).toBe(description);
  });

  test("colours are the page's custom properties or the text's own colour", () => {
    const { svg } = renderFrame(experiment, values);
    const colors = Array.from(svg.matchAll(/(?:fill|stroke)="([^"]*)"/g), ([, color]) => color);
    expect(colors).toEqual(expect.arrayContaining(["currentColor", "none", "var(--p)", "var(--q)"]));
    for (const color of colors) expect(color).toMatch(/^(currentColor|none|var\(--[a-z0-9-]+\))$/);
  });

  test("coordinates have at most two decimals", () => {
    expect(renderFrame(experiment, values).svg).not.toMatch(/ (?:d|x1|y1|transform)="[^"]*\.\d{3,}/);
  });

  test("P's and Q's curves stay inside the picture at every corner of the range", () => {
    for (const mean of [-6, 6]) {
      for (const deviation of [0.2, 5]) {
        const [densities] = renderFrame(experiment, { ...values, mean, deviation }).panels;
        // a symbol is drawn around its own place
        const svg = (densities?.svg ?? "").replace(/<path transform[^>]*>/g, "");
        const points = Array.from(svg.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g), ([, x, y]) => [
          Number(x),
          Number(y),
        ]);
        expect(points.every(([x = -1, y = -1]) => x >= 0 && x <= 640 && y >= 0 && y <= 300)).toBe(true);
      }
    }
  });

  test("each quantity comes with its full value and its text", () => {
    const [forward] = renderFrame(experiment, { ...values, deviation: Math.sqrt(4.36) }).quantities;
    expect(forward).toMatchObject({ name: "forward", label: "D_KL(P‖Q)", unit: "nats", text: "0.555" });
    expect(forward?.value).toBeCloseTo(0.555155528632, 11);
  });
});
