import { describe, expect, test } from "vitest";
import { firstThatRuns } from "../../../lab/worker/attempts.ts";

describe("firstThatRuns", () => {
  test("a browser without WebGPU and without a canvas for workers computes in double precision, and says why", async () => {
    const { value, report } = await firstThatRuns(
      { order: ["webgpu", "webgl", "plain"] },
      async (backend, tf) => {
        expect(tf).toBeUndefined();
        return backend;
      },
    );
    expect(value).toBe("plain");
    expect(report.device).toMatch(/WebGPU.*; this browser has no OffscreenCanvas/);
  });

  test("tf.js’s own CPU code runs everywhere, with its gradients, and what it leaves behind is counted", async () => {
    const { value, report } = await firstThatRuns({ order: ["webgl", "cpu"] }, async (backend, tf) => {
      if (tf === undefined) throw new Error("no tf.js");
      const slope = tf.tidy(() => tf.grad((x) => tf.square(x))(tf.scalar(3)));
      return [backend, (await slope.data())[0]];
    });
    expect(value).toEqual(["cpu", 6]);
    expect(report).toMatchObject({ backend: "cpu", tensors: 1 });
  });

  test("a chosen backend goes first, and what fails falls back to the others", async () => {
    const tried: string[] = [];
    const candidates = { order: ["webgl", "plain"], chosen: "cpu" } as const;
    const { report } = await firstThatRuns(candidates, async (backend) => {
      tried.push(backend);
      if (backend === "cpu") throw new Error("out of memory");
      return backend;
    });
    expect(tried).toEqual(["cpu", "plain"]);
    expect(report.device).toBe("out of memory; this browser has no OffscreenCanvas");
  });

  test("where nothing runs, every reason is given", async () => {
    const failing = firstThatRuns({ order: ["webgl", "plain"] }, async () => {
      throw new Error("too far");
    });
    await expect(failing).rejects.toThrow("this browser has no OffscreenCanvas; too far");
  });
});
