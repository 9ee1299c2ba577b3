import type { Experiment, Grid, Tensors } from "../experiment.ts";
import { computeLandscape, gridOver, type Landscape, offeredQuantities } from "../landscape.ts";
import { findMinima } from "../minima.ts";
import { seedOf } from "../parameters.ts";
import { createRandom } from "../random.ts";
import { firstThatRuns } from "./attempts.ts";
import type { BackendName, LandscapeReply, LandscapeRequest } from "./messages.ts";

/** Only a picture's resolution adapts to what computes it. Columns × rows, odd: one runs through the middle. */
const resolutions = { webgpu: [257, 193], webgl: [257, 193], cpu: [73, 55], plain: [73, 55] } as const;

/** A landscape by the first backend that runs; by plain `compute` where there is no GPU. */
export async function answerLandscape(
  experiment: Experiment,
  request: LandscapeRequest,
): Promise<LandscapeReply> {
  const order: BackendName[] = experiment.plane?.accelerate ? ["webgpu", "webgl", "plain"] : ["plain"];
  const chosen = experiment.plane?.accelerate ? request.backend : "plain";
  const { value, report } = await firstThatRuns({ order, chosen }, async (backend, tf) => {
    const [columns, rows] = resolutions[backend];
    const grid = gridOver(experiment, columns, rows);
    const fields = tf
      ? await acceleratedFields(experiment, request, grid, tf)
      : computeLandscape(experiment, request.values, grid).fields;
    return { columns, rows, fields, grid };
  });
  const { grid, ...landscape } = value;
  const minima = minimaOf(experiment, request, { grid, fields: landscape.fields });
  return { id: request.id, kind: "landscape", minima, ...landscape, ...report };
}

function minimaOf(
  experiment: Experiment,
  { values }: LandscapeRequest,
  landscape: Landscape,
): LandscapeReply["minima"] {
  const names = offeredQuantities(experiment);
  return Object.fromEntries(names.map((name) => [name, findMinima(experiment, values, landscape, name)]));
}

async function acceleratedFields(
  { plane, parameters, title }: Experiment,
  { values }: LandscapeRequest,
  grid: Grid,
  tf: Tensors,
): Promise<LandscapeReply["fields"]> {
  if (plane?.accelerate === undefined) throw new Error(`${title}: no landscape is accelerated`);
  const random = createRandom(seedOf(parameters, values));
  const tensors = plane.accelerate(values, { tf, grid, random });
  try {
    const read = Object.entries(tensors).map(async ([name, tensor]) => [name, await tensor?.data()] as const);
    return Object.fromEntries(await Promise.all(read));
  } finally {
    tf.dispose(tensors);
  }
}
