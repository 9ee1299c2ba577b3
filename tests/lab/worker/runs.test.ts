import { describe, expect, test } from "vitest";
import { defineExperiment, type Experiment, slider } from "../../../lab/experiment.ts";
import type { FrameRequest } from "../../../lab/worker/messages.ts";
import { Sessions } from "../../../lab/worker/runs.ts";

const freed: number[] = [];

/** Counts from n to n + 5; notes where it was ended. */
const counting: Experiment = defineExperiment({
  title: "Counting",
  parameters: { n: slider({ label: "n", meaning: "the first number", default: 0, min: 0, max: 100 }) },
  quantities: {},
  compute: () => ({ quantities: {} }),
  runs: {
    count: {
      label: "Count",
      meaning: "count to five",
      usesTensors: false,
      length: () => 5,
      async *frames({ n }) {
        let step = 0;
        try {
          for (; step <= 5; step++) yield { step, frame: { counted: n + step } };
        } finally {
          freed.push(step);
        }
      },
    },
    cheat: {
      label: "Cheat",
      meaning: "use tf.js without having said so",
      usesTensors: false,
      length: () => 1,
      async *frames(_values, { tf }) {
        yield { step: 0, frame: { counted: tf.scalar(1).size } };
      },
    },
  },
  draw: () => ({}),
  handles: [],
  describe: () => "",
});

function ask(change: Partial<FrameRequest> = {}): FrameRequest {
  const base = { id: 1, kind: "frame", figure: "a", experiment: "counting", values: { n: 10 } } as const;
  return { ...base, run: "count", session: 1, budget: 0, ...change };
}

describe("Sessions", () => {
  test("each request brings the next frame, and the last one says that it is over", async () => {
    const sessions = new Sessions();
    const seen: unknown[] = [];
    for (let step = 0; step <= 5; step++) {
      const { frame, isOver, backend } = await sessions.next(counting, ask());
      seen.push(frame?.frame);
      expect(isOver).toBe(step === 5);
      expect(backend).toBe("plain");
    }
    expect(seen).toEqual([10, 11, 12, 13, 14, 15].map((counted) => ({ counted })));
  });

  test("a budget lets a run go on, and the newest frame is answered", async () => {
    const { frame, isOver } = await new Sessions().next(counting, ask({ budget: 1000 }));
    expect(frame).toMatchObject({ step: 5, frame: { counted: 15 } });
    expect(isOver).toBe(true);
  });

  test("a new session ends the old one, which frees what it holds", async () => {
    const sessions = new Sessions();
    await sessions.next(counting, ask());
    await sessions.next(counting, ask());
    freed.length = 0;
    const { frame } = await sessions.next(counting, ask({ session: 2, values: { n: 50 } }));
    expect(freed).toEqual([1]);
    expect(frame).toMatchObject({ step: 0, frame: { counted: 50 } });
    await sessions.stop("a");
    expect(freed).toEqual([1, 0]);
  });

  test("figures have sessions of their own", async () => {
    const sessions = new Sessions();
    await sessions.next(counting, ask());
    await sessions.next(counting, ask({ figure: "b", values: { n: 20 } }));
    const { frame } = await sessions.next(counting, ask());
    expect(frame).toMatchObject({ frame: { counted: 11 } });
  });

  test("a run that uses tf.js without having said so, and one that there is not, are refused", async () => {
    await expect(new Sessions().next(counting, ask({ run: "cheat" }))).rejects.toThrow("usesTensors: true");
    await expect(new Sessions().next(counting, ask({ run: "jump" }))).rejects.toThrow("unknown run “jump”");
  });
});
