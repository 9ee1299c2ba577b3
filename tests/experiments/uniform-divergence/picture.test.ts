import fc from "fast-check";
import { describe, expect, test } from "vitest";
import uniformDivergence from "../../../experiments/uniform-divergence/index.ts";
import { domain, integralPanel, panels, size } from "../../../experiments/uniform-divergence/layout.ts";
import type { Experiment } from "../../../lab/experiment.ts";
import { renderFrame } from "../../../lab/frame.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { createRandom } from "../../../lab/random.ts";
import { states } from "./states.ts";

const experiment: Experiment = uniformDivergence;
const values = defaultValues(uniformDivergence.parameters);

describe("picture", () => {
  test("the same state gives the same bytes, without a style", () => {
    const { svg } = renderFrame(experiment, values);
    expect(renderFrame(experiment, values).svg).toBe(svg);
    expect(svg).not.toMatch(/<style|\sstyle=/);
  });

  test("colours are the page's custom properties or the text's own colour", () => {
    const { svg } = renderFrame(experiment, values);
    const colors = new Set(Array.from(svg.matchAll(/(?:fill|stroke)="([^"]*)"/g), ([, color]) => color));
    for (const color of colors) expect(color).toMatch(/^(currentColor|none|var\(--[a-z0-9-]+\))$/);
  });

  test("every corner lies inside the picture at every state", () => {
    fc.assert(
      fc.property(states, (state) => {
        const { svg } = renderFrame(experiment, state);
        expect(svg).not.toMatch(/NaN|Infinity/);
        for (const [, x, y] of svg.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)) {
          expect(Number(x)).toBeGreaterThanOrEqual(0);
          expect(Number(x)).toBeLessThanOrEqual(size.width);
          expect(Number(y)).toBeGreaterThanOrEqual(0);
          expect(Number(y)).toBeLessThanOrEqual(size.height);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("∞ is written where it stands, in the panel and at the end of the line", () => {
    const countAt = (weight: number): number =>
      renderFrame(experiment, { ...values, weight }).svg.split(">∞<").length - 1;
    expect([countAt(0), countAt(1e-6)]).toEqual([2, 0]);
  });

  test("∞ stands above every finite value, and values in their order", () => {
    fc.assert(
      fc.property(states, (state) => {
        const { forward, reverse } = uniformDivergence.compute(state, { random: createRandom(0) }).integrals;
        const { y, top, bottom } = integralPanel(panels.reverse, reverse, forward);
        const heights = [...forward, ...reverse]
          .flatMap(({ integrand, after }) => [integrand, after])
          .sort((a, b) => a - b)
          .map(y);
        expect(heights).toEqual(heights.toSorted((a, b) => b - a));
        expect(Math.max(...heights)).toBeLessThanOrEqual(bottom + 1e-9);
        expect(y(Infinity)).toBe(top);
      }),
    );
  });
});

describe("handles", () => {
  test("stand at the end of the support that they move, inside the picture; dragged there, nothing changes", () => {
    fc.assert(
      fc.property(states, (state) => {
        for (const handle of uniformDivergence.handles) {
          const [x, y] = handle.position(state);
          expect(x).toBe(state[handle.parameter]);
          expect(handle.drag(x, state)).toBe(x);
          expect(x > domain[0] && x < domain[1]).toBe(true);
          expect(y >= panels.densities.top && y <= panels.densities.bottom).toBe(true);
        }
      }),
    );
  });

  test("of P and of Q never cover each other: 70 units lie between them", () => {
    fc.assert(
      fc.property(states, (state) => {
        const [pLeft = 0, pRight = 0, qLeft = 0, qRight = 0] = uniformDivergence.handles.map(
          (handle) => handle.position(state)[1],
        );
        expect(Math.min(qLeft, qRight) - Math.max(pLeft, pRight)).toBeGreaterThan(70);
      }),
    );
  });

  test("P's rings have P's colour", () => {
    const colors = uniformDivergence.handles.map(({ parameter, color }) => [parameter, color]);
    expect(Object.fromEntries(colors)).toEqual({
      pLeft: "var(--p)",
      pRight: "var(--p)",
      qLeft: undefined,
      qRight: undefined,
    });
  });
});
