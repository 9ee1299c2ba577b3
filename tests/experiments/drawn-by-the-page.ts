import fc from "fast-check";
import { expect } from "vitest";
import type { Experiment } from "../../lab/experiment.ts";
import { renderFrame } from "../../lab/frame.ts";
import type { Values } from "../../lab/parameters.ts";

/** Expects of a picture, at any of the states, that its colours are the page's own and that it has no undefined number. */
export function expectDrawnByThePage(experiment: Experiment, states: fc.Arbitrary<Values>): void {
  fc.assert(
    fc.property(states, (state) => {
      const { svg } = renderFrame(experiment, state);
      expect(svg).not.toMatch(/NaN|Infinity|<style|\sstyle=/);
      for (const [, color] of svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)) {
        expect(color).toMatch(/^(currentColor|none|var\(--[a-z0-9-]+\))$/);
      }
    }),
    { numRuns: 40 },
  );
}
