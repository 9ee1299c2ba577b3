import { describe, expect, test } from "vitest";
import { contourOf, levels } from "../../../experiments/gradient-lamps/contour.ts";
import gradientLamps from "../../../experiments/gradient-lamps/index.ts";
import { brightness, formatNorm } from "../../../experiments/gradient-lamps/lamps.ts";
import { pullOf } from "../../../experiments/gradient-lamps/pull.ts";
import type { Experiment } from "../../../lab/experiment.ts";
import { renderFrame } from "../../../lab/frame.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { expectDrawnByThePage } from "../drawn-by-the-page.ts";
import { states } from "./states.ts";

const experiment: Experiment = gradientLamps as unknown as Experiment;
const values = defaultValues(gradientLamps.parameters);
const textsIn = (svg: string): string[] => Array.from(svg.matchAll(/>([^<>]+)</g), ([, text]) => text ?? "");

describe("picture", () => {
  test("colours are the page's custom properties, and no number is undefined, at every state", () => {
    expectDrawnByThePage(experiment, states);
  });

  test("a lamp says in words and in numbers whether it is lit", () => {
    const texts = textsIn(renderFrame(experiment, values).svg);
    const lit = texts.filter((text) => / (lit|dark), /.test(text));
    expect(lit).toHaveLength(4);
    expect(lit.filter((text) => text === "regulariser dark, 0")).toHaveLength(1);
    expect(lit.filter((text) => text.startsWith("task lit, 0."))).toHaveLength(2);
  });

  test("names β where the loss has it", () => {
    expect(renderFrame(experiment, values).description).toContain("Loss: task + βD, with β = 0.1.");
    expect(renderFrame(experiment, { ...values, loss: "task" }).description).toContain(
      "Loss: task alone. Graph",
    );
  });

  test("a path that is stopped is shown as stopped", () => {
    const texts = (graph: string): string[] => textsIn(renderFrame(experiment, { ...values, graph }).svg);
    expect(texts("stopped")).toContain("stops here");
    expect(texts("blind")).toContain("stops here");
    expect(texts("reparameterized")).not.toContain("stops here");
    expect(texts("learned")).toContain("prior of Z₁");
  });

  test("the description says every lamp and what the graph does", () => {
    const { description } = renderFrame(experiment, { ...values, graph: "stopped" });
    expect(description).toContain("the task's gradient stops at Z");
    expect(description).toContain("Task loss: encoder dark (exactly 0), decoder lit (0.");
    expect(description).toContain("decoder dark (exactly 0).");
  });
});

describe("lamps", () => {
  test("are brighter for larger norms, from 10⁻³ to 10", () => {
    expect([0, 1e-4, 1e-3, 1e-1, 10, 1000].map(brightness)).toEqual([0, 0, 0, 0.5, 1, 1]);
  });

  test("write 0 only where it is 0", () => {
    expect([0, 0.00062, 0.0009999, 0.001, 0.25, 12].map(formatNorm)).toEqual([
      "0",
      "6.2·10⁻⁴",
      "1.0·10⁻³",
      "0.001",
      "0.250",
      "12.000",
    ]);
  });
});

test("D has its value on each contour", () => {
  for (const level of levels) {
    for (const [mean, deviation] of contourOf(level)) {
      expect(pullOf({ mean, deviation }).divergence).toBeCloseTo(level, 12);
    }
  }
});
