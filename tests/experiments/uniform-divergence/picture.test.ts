import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gripOfWeight, weightAt } from "../../../experiments/uniform-divergence/growth-panel.ts";
import uniformDivergence from "../../../experiments/uniform-divergence/index.ts";
import {
  bands,
  bentPanel,
  growthSize,
  roundUp,
  size,
} from "../../../experiments/uniform-divergence/layout.ts";
import { views } from "../../../experiments/uniform-divergence/pair.ts";
import type { Experiment } from "../../../lab/experiment.ts";
import { renderFrame } from "../../../lab/frame.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { pairNames, states } from "./states.ts";

const experiment = uniformDivergence as unknown as Experiment;
const defaults = defaultValues(uniformDivergence.parameters);

function svgsAt(state: Partial<typeof defaults>): readonly string[] {
  return renderFrame(experiment, { ...defaults, ...state }).panels.map(({ svg }) => svg);
}

describe("picture", () => {
  test("the same state gives the same bytes, without a style", () => {
    for (const pair of pairNames) {
      expect(svgsAt({ pair })).toEqual(svgsAt({ pair }));
      expect(svgsAt({ pair }).join("")).not.toMatch(/<style|\sstyle=/);
    }
  });

  test("colours are the page's custom properties or the text's own colour", () => {
    const svg = pairNames.flatMap((pair) => svgsAt({ pair })).join("");
    const colors = new Set(Array.from(svg.matchAll(/(?:fill|stroke)="([^"]*)"/g), ([, color]) => color));
    for (const color of colors) expect(color).toMatch(/^(currentColor|none|var\(--[a-z0-9-]+\))$/);
  });

  test("every corner lies inside the picture at every state", () => {
    fc.assert(
      fc.property(states, (state) => {
        svgsAt(state).forEach((svg, panel) => {
          expect(svg).not.toMatch(/NaN|Infinity/);
          for (const [, x, y] of svg.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)) {
            expect(Number(x)).toBeGreaterThanOrEqual(0);
            expect(Number(x)).toBeLessThanOrEqual(size.width);
            expect(Number(y)).toBeGreaterThanOrEqual(0);
            expect(Number(y)).toBeLessThanOrEqual(panel === 0 ? size.height : growthSize.height);
          }
        });
      }),
      { numRuns: 40 },
    );
  });

  test("one picture is less than 40 kB, whatever the pair", () => {
    for (const { values } of Object.values(uniformDivergence.presets ?? {})) {
      for (const svg of svgsAt(values)) expect(svg.length).toBeLessThan(40_000);
    }
  });

  test("∞ is written where it stands: in the panel and at the end of the line", () => {
    const countAt = (weight: number): number => (svgsAt({ weight })[0]?.split(">∞<").length ?? 0) - 1;
    expect([countAt(0), countAt(1e-6)]).toEqual([2, 0]);
  });
});

describe("a panel with a place for ∞", () => {
  const number = fc.double({ min: -1, max: 1e12, noNaN: true });
  test("puts greater values higher, however great, and ∞ at its top", () => {
    fc.assert(
      fc.property(number, number, fc.double({ min: 0.1, max: 100, noNaN: true }), (a, b, highest) => {
        const { y, top, bottom } = bentPanel(bands.forward, { lowest: -1, highest, isExceeded: true });
        if (a < b) expect(y(a)).toBeGreaterThanOrEqual(y(b));
        expect(y(a)).toBeGreaterThan(top);
        expect(y(a)).toBeLessThanOrEqual(bottom + 1e-9);
        expect(y(Infinity)).toBe(top);
      }),
    );
  });

  test("bends without a corner at its highest number", () => {
    const { y } = bentPanel(bands.forward, { lowest: 0, highest: 2, isExceeded: true });
    const step = 1e-6;
    expect((y(2 + step) - y(2)) / (y(2) - y(2 - step))).toBeCloseTo(1, 4);
  });

  test("ends at a round number that is not below the value", () => {
    expect([0.31, 1, 1.2, 7, 47.2, 499992].map(roundUp)).toEqual([0.4, 1, 2, 8, 50, 500000]);
  });
});

describe("handles", () => {
  test("stand at the end that they move, inside the picture; dragged there, nothing changes", () => {
    fc.assert(
      fc.property(states, (state) => {
        for (const handle of uniformDivergence.handles) {
          const place = handle.position(state);
          if (place === undefined || handle.parameter === "weight") continue;
          const [x, y] = place;
          const [left, right] = views[state.pair].domain;
          expect(handle.drag(x, state)).toBe(state[handle.parameter]);
          expect(x > left && x < right).toBe(true);
          expect(y >= bands.densities.top && y <= bands.densities.bottom).toBe(true);
        }
      }),
    );
  });

  test("are there where the pair has the end that they move", () => {
    const shown = pairNames.map((pair) =>
      uniformDivergence.handles
        .filter((handle) => handle.position({ ...defaults, pair }) !== undefined)
        .map(({ parameter }) => parameter),
    );
    const [uniform, ramp, steep, ...others] = shown;
    expect(uniform).toEqual(["pLeft", "pRight", "qLeft", "qRight", "weight"]);
    expect(ramp).toEqual(["pLeft", "pRight", "qRight", "weight"]);
    expect(steep).toEqual(ramp);
    for (const other of others) expect(other).toEqual(["weight"]);
    for (const [k, pair] of pairNames.entries()) {
      const used = Object.keys(defaults).filter((name) =>
        uniformDivergence.isUsed?.(name as keyof typeof defaults, { ...defaults, pair }),
      );
      expect(used.toSorted()).toEqual(["pair", ...(shown[k] ?? [])].sort());
    }
  });

  test("of P and of Q never cover each other: 65 units lie between them", () => {
    fc.assert(
      fc.property(states, (state) => {
        const heights = uniformDivergence.handles.map((handle) => handle.position(state)?.[1]);
        const [pLeft = 0, pRight = 0, qLeft = bands.densities.bottom, qRight = bands.densities.bottom] =
          heights;
        expect(Math.min(qLeft, qRight) - Math.max(pLeft, pRight)).toBeGreaterThan(65);
      }),
    );
  });

  test("of ε stands at its power of ten, and beyond a break at 0", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1, noNaN: true }), (weight) => {
        expect(weightAt(gripOfWeight(weight)[0]) / weight).toBeCloseTo(1, 12);
      }),
    );
    expect(weightAt(gripOfWeight(0)[0])).toBe(0);
    expect(gripOfWeight(0)[0]).toBeLessThan(gripOfWeight(1e-9)[0]);
  });
});
