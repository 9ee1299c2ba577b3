import type { Tensors } from "../experiment.ts";
import type { TensorBackend } from "./backends.ts";

/**
 * What `work` yields on a backend that is running; throws where the device was lost, or had no memory left, even
 * where tf.js itself would go on with zeros or wait for ever. The backend is then removed, so that it can be started
 * anew.
 */
export async function onDevice<T>(
  tf: Tensors,
  backend: TensorBackend,
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly tensors: number }> {
  try {
    const value = await guards[backend](tf, work);
    return { value, tensors: tf.memory().numTensors };
  } catch (error) {
    if (error instanceof DeviceError) tf.removeBackend(backend);
    throw error;
  }
}

/** A device that cannot go on. */
class DeviceError extends Error {}

const guards = { webgpu: onWebgpu, webgl: onWebgl, cpu: onCpu } as const;

async function onCpu<T>(_tf: Tensors, work: () => Promise<T>): Promise<T> {
  return work();
}

/** The part of tf.js's WebGPU backend that holds the device. */
interface WebgpuBackend {
  readonly device: {
    readonly lost: Promise<{ readonly message: string }>;
    pushErrorScope(filter: "out-of-memory" | "validation"): void;
    popErrorScope(): Promise<{ readonly message: string } | null>;
  };
}

async function onWebgpu<T>(tf: Tensors, work: () => Promise<T>): Promise<T> {
  const { device } = tf.backend() as unknown as WebgpuBackend;
  const lost = device.lost.then(({ message }) => {
    throw new DeviceError(`the GPU was lost${message === "" ? "" : `: ${message.replace(/\.$/, "")}`}`);
  });
  device.pushErrorScope("out-of-memory");
  device.pushErrorScope("validation");
  const value = await Promise.race([work(), lost]);
  const [invalid, exhausted] = await Promise.race([
    Promise.all([device.popErrorScope(), device.popErrorScope()]),
    lost,
  ]);
  if (exhausted !== null) throw new DeviceError("the GPU has no memory left");
  if (invalid !== null) throw new DeviceError(`WebGPU refused: ${invalid.message.split("\n", 1)[0]}`);
  return value;
}

/** The part of tf.js's WebGL backend that holds the context. */
interface WebglBackend {
  readonly gpgpu: {
    readonly gl: { isContextLost(): boolean; getError(): number; readonly OUT_OF_MEMORY: number };
  };
}

async function onWebgl<T>(tf: Tensors, work: () => Promise<T>): Promise<T> {
  const { gl } = (tf.backend() as unknown as WebglBackend).gpgpu;
  const value = await work();
  if (gl.isContextLost()) throw new DeviceError("the GPU was lost");
  if (gl.getError() === gl.OUT_OF_MEMORY) throw new DeviceError("the GPU has no memory left");
  return value;
}
