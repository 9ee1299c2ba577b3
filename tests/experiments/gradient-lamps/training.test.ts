import { describe, expect, test } from "vitest";
import gradientLamps from "../../../experiments/gradient-lamps/index.ts";
import { stepCount, type Trained, trainingFrames } from "../../../experiments/gradient-lamps/training.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { createRandom } from "../../../lab/random.ts";

const values = defaultValues(gradientLamps.parameters);

async function train(changed: Partial<typeof values>, seed = 1): Promise<readonly Trained[]> {
  const frames: Trained[] = [];
  for await (const { step, frame } of trainingFrames({ ...values, ...changed }, createRandom(seed))) {
    expect(step).toBe(frames.length);
    frames.push(frame);
  }
  return frames;
}

/** Root mean square distance of the codes from μ = 0 and log σ = 0. */
function distance({ codes }: Trained | { codes: Trained["codes"] }): number {
  const all = codes.flatMap(({ gaussians }) => [...gaussians.means, ...gaussians.logDeviations]);
  return Math.sqrt(all.reduce((sum, value) => sum + value ** 2, 0) / all.length);
}

describe("training", () => {
  test("begins where compute is, and has as many steps as it says", async () => {
    const frames = await train({});
    const report = gradientLamps.compute(values, { random: createRandom(1) });
    const { taskEncoder, divergenceEncoder } = report.quantities;
    expect(frames).toHaveLength(stepCount + 1);
    expect(frames[0]?.norms).toMatchObject({ taskEncoder, divergenceEncoder, divergenceDecoder: 0 });
    expect(frames[0]?.codes).toEqual(report.codes);
  });

  test("never lights the decoder's lamp of the regulariser", async () => {
    for (const frame of await train({ strength: 1 })) expect(frame.norms.divergenceDecoder).toBe(0);
  });

  test("with the regulariser alone takes every code to the prior", async () => {
    const last = (await train({ loss: "divergence", strength: 1 })).at(-1);
    expect(last === undefined ? Number.NaN : distance(last)).toBeLessThan(0.05);
  });

  test.each([1, 2, 3])(
    "with no path through Z the encoder follows the regulariser alone, and the codes collapse: seed %d",
    async (seed) => {
      const [whole, stopped] = [
        (await train({}, seed)).at(-1),
        (await train({ graph: "stopped" }, seed)).at(-1),
      ];
      expect(stopped === undefined ? Number.NaN : distance(stopped)).toBeLessThan(0.05);
      expect(whole === undefined ? Number.NaN : distance(whole)).toBeGreaterThan(0.5);
    },
  );

  test("with the task alone makes the noise small and the task's gradient smaller", async () => {
    const frames = await train({ loss: "task" });
    const [first, last] = [frames[0], frames.at(-1)];
    const meanLog = (frame: Trained | undefined): number => {
      const all = frame?.codes.flatMap(({ gaussians }) => gaussians.logDeviations) ?? [];
      return all.reduce((sum, value) => sum + value / all.length, 0);
    };
    expect(meanLog(last)).toBeLessThan(meanLog(first) - 1);
    expect(last?.norms.taskEncoder).toBeLessThan((first?.norms.taskEncoder ?? 0) / 10);
  });

  test("the same seed gives the same training", async () => {
    expect((await train({})).at(-1)).toEqual((await train({})).at(-1));
  });
});
