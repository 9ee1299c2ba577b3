import type { Experiment } from "../experiment.ts";
import { type Loaders, loadExperiment } from "../loaders.ts";
import { measure } from "../measure.ts";
import { seedOf } from "../parameters.ts";
import { createRandom } from "../random.ts";
import { firstThatRuns, reasonOf } from "./attempts.ts";
import { answerLandscape } from "./landscapes.ts";
import type { AccelerateRequest, ComputeRequest, Reply, Request, ResultReply } from "./messages.ts";
import { Sessions } from "./runs.ts";

/** Makes the worker that calls it answer requests for the given experiments, one at a time. */
export function serveExperiments(loaders: Loaders): void {
  const newest = new Map<string, number>();
  const sessions = new Sessions();
  let turn = Promise.resolve();
  addEventListener("message", ({ data: request }: MessageEvent<Request>) => {
    const key = `${request.figure} ${request.kind}`;
    newest.set(key, request.id);
    turn = turn.then(async () => {
      await nextTask();
      const isOvertaken = newest.get(key) !== request.id;
      post(isOvertaken ? { id: request.id, kind: "overtaken" } : await answer(loaders, sessions, request));
    });
  });
}

/** Lets the messages that have arrived meanwhile be read, so that a newer request can overtake. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function post(reply: Reply): void {
  postMessage(reply);
}

async function answer(loaders: Loaders, sessions: Sessions, request: Request): Promise<Reply> {
  try {
    const experiment = await loadExperiment(loaders, request.experiment);
    if (request.kind === "landscape") return await answerLandscape(experiment, request);
    if (request.kind === "frame") return await sessions.next(experiment, request);
    if (request.kind === "compute") return computed(experiment, request);
    if (request.kind === "accelerate") return await accelerated(experiment, request);
    await sessions.stop(request.figure);
    return { id: request.id, kind: "stopped" };
  } catch (error) {
    return { id: request.id, kind: "failed", reason: reasonOf(error) };
  }
}

function computed(experiment: Experiment, { id, values }: ComputeRequest): ResultReply {
  const start = performance.now();
  const { result } = measure(experiment, values);
  const milliseconds = performance.now() - start;
  return { id, kind: "result", result, backend: "plain", device: "", milliseconds, tensors: 0 };
}

async function accelerated(
  experiment: Experiment,
  { id, values, backend }: AccelerateRequest,
): Promise<ResultReply> {
  const candidates = { order: ["webgpu", "webgl"] as const, chosen: backend };
  const { value, report } = await firstThatRuns(candidates, async (_backend, tf) => {
    if (tf === undefined || experiment.accelerate === undefined) return measure(experiment, values).result;
    const random = createRandom(seedOf(experiment.parameters, values));
    return experiment.accelerate(values, { tf, random });
  });
  return { id, kind: "result", result: value, ...report };
}
