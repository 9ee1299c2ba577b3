import { probeWebgl, probeWebgpu, startTensors } from "./backends.ts";
import type { Experiment, Grid } from "./experiment.ts";
import { computeLandscape, gridOver, type Landscape } from "./landscape.ts";
import { type Loaders, loadExperiment } from "./loaders.ts";
import type { BackendName, LandscapeReply, LandscapeRequest, Reply } from "./messages.ts";
import { findMinima } from "./minima.ts";
import { createRandom } from "./random.ts";

/** Only a picture's resolution adapts to what computes it. Columns × rows, odd: one runs through the middle. */
const resolutions = { webgpu: [257, 193], webgl: [257, 193], plain: [73, 55] } as const;

type Run = Pick<LandscapeReply, "fields" | "tensors" | "device">;

/** Makes the worker that calls it answer landscape requests for the given experiments, one at a time. */
export function serveExperiments(loaders: Loaders): void {
  const newest = new Map<string, number>();
  let turn = Promise.resolve();
  addEventListener("message", ({ data: request }: MessageEvent<LandscapeRequest>) => {
    newest.set(request.figure, request.id);
    turn = turn.then(async () => {
      await nextTask();
      const overtaken = newest.get(request.figure) !== request.id;
      post(overtaken ? { id: request.id, kind: "overtaken" } : await answer(loaders, request));
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

async function answer(loaders: Loaders, request: LandscapeRequest): Promise<Reply> {
  try {
    const experiment = await loadExperiment(loaders, request.experiment);
    return await firstThatRuns(experiment, request);
  } catch (error) {
    return { id: request.id, kind: "failed", reason: reasonOf(error) };
  }
}

/** The request by the first backend that runs it; the reasons of those that did not stand in `device`. */
async function firstThatRuns(experiment: Experiment, request: LandscapeRequest): Promise<LandscapeReply> {
  const refusals: string[] = [];
  for (const backend of order(experiment, request.backend)) {
    const [columns, rows] = resolutions[backend];
    const grid = gridOver(experiment, columns, rows);
    const start = performance.now();
    try {
      const run = await runOn(backend, experiment, request, grid, refusals);
      const milliseconds = performance.now() - start;
      const minima = minimaOf(experiment, request, { grid, fields: run.fields });
      return { id: request.id, kind: "landscape", columns, rows, minima, backend, milliseconds, ...run };
    } catch (error) {
      refusals.push(reasonOf(error));
    }
  }
  throw new Error(refusals.join("; "));
}

function minimaOf(
  experiment: Experiment,
  { values }: LandscapeRequest,
  landscape: Landscape,
): LandscapeReply["minima"] {
  const names = Object.keys(experiment.quantities);
  return Object.fromEntries(names.map((name) => [name, findMinima(experiment, values, landscape, name)]));
}

/** WebGPU, WebGL, plain; a chosen one goes first; plain alone where nothing is accelerated. */
function order(experiment: Experiment, chosen: BackendName | undefined): readonly BackendName[] {
  const all: readonly BackendName[] = experiment.accelerate ? ["webgpu", "webgl", "plain"] : ["plain"];
  return chosen === undefined || !all.includes(chosen)
    ? all
    : [chosen, ...all.filter((name) => name !== chosen)];
}

async function runOn(
  backend: BackendName,
  experiment: Experiment,
  request: LandscapeRequest,
  grid: Grid,
  refusals: readonly string[],
): Promise<Run> {
  if (backend === "plain") {
    const { fields } = computeLandscape(experiment, request.values, grid);
    return { fields, tensors: 0, device: refusals.join("; ") };
  }
  const software = request.backend === backend;
  const probe = backend === "webgpu" ? await probeWebgpu(software) : probeWebgl(software);
  if ("refused" in probe) throw new Error(probe.refused);
  return { ...(await accelerated(backend, experiment, request, grid)), device: probe.device };
}

async function accelerated(
  backend: Exclude<BackendName, "plain">,
  { accelerate, title }: Experiment,
  { values }: LandscapeRequest,
  grid: Grid,
): Promise<Omit<Run, "device">> {
  if (accelerate === undefined) throw new Error(`${title}: nothing is accelerated`);
  const tf = await startTensors(backend);
  const tensors = accelerate(values, { tf, grid, random: createRandom(0) });
  try {
    const read = Object.entries(tensors).map(async ([name, tensor]) => [name, await tensor.data()] as const);
    const fields = Object.fromEntries(await Promise.all(read));
    return { fields, tensors: tf.memory().numTensors - Object.keys(tensors).length };
  } finally {
    tf.dispose(tensors);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
