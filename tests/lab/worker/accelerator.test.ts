import { describe, expect, test } from "vitest";
import { Accelerator } from "../../../lab/worker/accelerator.ts";
import type { LandscapeReply, LandscapeRequest, Reply } from "../../../lab/worker/messages.ts";

/** A worker that answers nothing by itself: a test speaks for it. */
class SilentWorker extends EventTarget {
  readonly requests: LandscapeRequest[] = [];
  terminated = false;

  postMessage(request: LandscapeRequest): void {
    this.requests.push(request);
  }

  terminate(): void {
    this.terminated = true;
  }

  answer(reply: Reply): void {
    this.dispatchEvent(new MessageEvent("message", { data: reply }));
  }
}

const request = { figure: "a", experiment: "gaussian-fit", values: { mean: 0 } };
const reply: Omit<LandscapeReply, "id"> = {
  kind: "landscape",
  columns: 1,
  rows: 1,
  fields: {},
  minima: {},
  backend: "plain",
  device: "",
  milliseconds: 1,
  tensors: 0,
};

function setUp(silence?: number) {
  const workers: SilentWorker[] = [];
  const accelerator = new Accelerator(() => {
    const worker = new SilentWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  }, silence);
  return { workers, accelerator };
}

describe("Accelerator", () => {
  test("no worker is started before the first request, and one serves all", () => {
    const { workers, accelerator } = setUp();
    expect(workers).toHaveLength(0);
    void accelerator.landscape(request);
    void accelerator.landscape(request);
    expect(workers).toHaveLength(1);
    expect(workers[0]?.requests.map(({ id }) => id)).toEqual([1, 2]);
  });

  test("each answer reaches its own request; an overtaken one gets undefined", async () => {
    const { workers, accelerator } = setUp();
    const [older, newer] = [accelerator.landscape(request), accelerator.landscape(request)];
    workers[0]?.answer({ id: 2, ...reply });
    workers[0]?.answer({ id: 1, kind: "overtaken" });
    expect(await older).toBeUndefined();
    expect(await newer).toMatchObject({ id: 2 });
  });

  test("a failed request rejects with the worker's reason", async () => {
    const { workers, accelerator } = setUp();
    const failed = accelerator.landscape(request);
    workers[0]?.answer({ id: 1, kind: "failed", reason: "unknown experiment “x”" });
    await expect(failed).rejects.toThrow("unknown experiment “x”");
  });

  test("a worker that falls silent is given up with the reason; one that answers now and then is not", async () => {
    const { workers, accelerator } = setUp(60);
    const waiting = accelerator.landscape(request);
    const second = accelerator.landscape({ ...request, figure: "b" });
    await new Promise((resolve) => setTimeout(resolve, 40));
    workers[0]?.answer({ id: 1, ...reply });
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(workers[0]?.terminated).toBe(false);
    await expect(second).rejects.toThrow("nothing was heard from the worker for 0.06 s");
    expect(workers[0]?.terminated).toBe(true);
    expect(await waiting).toMatchObject({ id: 1 });
  });

  test("when the worker dies everything that waits is rejected, and the next request starts a fresh one", async () => {
    const { workers, accelerator } = setUp();
    const waiting = accelerator.landscape(request);
    workers[0]?.dispatchEvent(new Event("error"));
    await expect(waiting).rejects.toThrow("the worker could not start");
    expect(workers[0]?.terminated).toBe(true);
    void accelerator.landscape(request);
    expect(workers).toHaveLength(2);
  });
});
