import type { Tensors } from "../experiment.ts";
import { probe, startTensors, type TensorBackend } from "./backends.ts";
import { onDevice } from "./device-guard.ts";
import type { BackendName, Report } from "./messages.ts";

/** What is tried when no backend is chosen, the best first; a chosen one that is known goes before them. */
export interface Candidates {
  readonly order: readonly BackendName[];
  readonly chosen?: BackendName | undefined;
}

/** The work on one backend; `tf` is absent where the backend is "plain". */
export type Work<T> = (backend: BackendName, tf: Tensors | undefined) => Promise<T>;

/** The first backend on which the work runs, with its reply; throws with every reason where none does. */
export async function firstThatRuns<T>(
  { order, chosen }: Candidates,
  work: Work<T>,
): Promise<{ readonly value: T; readonly report: Report }> {
  const refusals: string[] = [];
  for (const backend of chosen === undefined ? order : [chosen, ...order.filter((one) => one !== chosen)]) {
    const start = performance.now();
    try {
      const { value, device, tensors } = await runOn(backend, backend === chosen, work);
      const milliseconds = performance.now() - start;
      return { value, report: { backend, device: device ?? refusals.join("; "), milliseconds, tensors } };
    } catch (error) {
      refusals.push(reasonOf(error));
    }
  }
  throw new Error(refusals.join("; "));
}

async function runOn<T>(
  backend: BackendName,
  software: boolean,
  work: Work<T>,
): Promise<{ readonly value: T; readonly tensors: number; readonly device?: string }> {
  if (backend === "plain") return { value: await work(backend, undefined), tensors: 0 };
  const found = await deviceFor(backend, software);
  const tf = await startTensors(backend);
  return { ...(await onDevice(tf, backend, () => work(backend, tf))), ...found };
}

/** The device of a backend; nothing where the CPU does it because there is no better, so that the reasons are said. */
async function deviceFor(backend: TensorBackend, software: boolean): Promise<{ readonly device?: string }> {
  const found = await probe(backend, software);
  if ("refused" in found) throw new Error(found.refused);
  return found.device === "" ? {} : found;
}

/** An error in words. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
