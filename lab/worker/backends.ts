import type { Tensors } from "../experiment.ts";
import type { BackendName } from "./messages.ts";

/** A backend of tf.js. */
export type TensorBackend = Exclude<BackendName, "plain">;

/** A device that tf.js can run on, or the reason why it cannot. */
export type Probe = { readonly device: string } | { readonly refused: string };

/** Is there hardware for a backend? With `software`, anything that runs will do. tf.js's own CPU code needs none. */
export async function probe(backend: TensorBackend, software: boolean): Promise<Probe> {
  if (backend === "cpu") return { device: "" };
  return backend === "webgpu" ? await probeWebgpu(software) : probeWebgl(software);
}

async function probeWebgpu(software: boolean): Promise<Probe> {
  if (!("gpu" in navigator)) return { refused: "this browser has no WebGPU" };
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: "high-performance" });
  if (adapter === null) return { refused: "WebGPU finds no adapter" };
  const { info } = adapter;
  const device = info.description || [info.vendor, info.architecture].filter(Boolean).join(" ") || "unnamed";
  if (info.isFallbackAdapter && !software) return { refused: "WebGPU has a software adapter only" };
  return { device };
}

/** Renderers that draw on the processor: SwiftShader, Mesa's llvmpipe and softpipe, Windows' WARP. */
const softwareRenderer = /swiftshader|llvmpipe|softpipe|software|basic render/i;

function probeWebgl(software: boolean): Probe {
  if (typeof OffscreenCanvas === "undefined") return { refused: "this browser has no OffscreenCanvas" };
  const gl = new OffscreenCanvas(1, 1).getContext("webgl2");
  if (gl === null) return { refused: "WebGL 2 is not available" };
  const named = gl.getExtension("WEBGL_debug_renderer_info");
  const device = String(gl.getParameter(named?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  if (softwareRenderer.test(device) && !software) return { refused: "WebGL has a software renderer only" };
  return { device };
}

/** tf.js running on a backend; throws where the backend does not start or computes in half precision. */
export async function startTensors(backend: TensorBackend): Promise<Tensors> {
  const tf = await import("@tensorflow/tfjs-core");
  await Promise.all([registerGradients(), loadBackend(backend)]);
  if (!(await tf.setBackend(backend))) throw new Error(`tf.js could not start ${backend}`);
  await tf.ready();
  if (backend === "webgl" && !tf.env().getBool("WEBGL_RENDER_FLOAT32_ENABLED")) {
    throw new Error("WebGL computes in half precision here");
  }
  return tf;
}

/** tf.js differentiates only operations whose gradients have been registered. */
function registerGradients(): Promise<unknown> {
  return import("@tensorflow/tfjs-core/dist/register_all_gradients.js");
}

function loadBackend(backend: TensorBackend): Promise<unknown> {
  if (backend === "webgpu") return import("@tensorflow/tfjs-backend-webgpu");
  if (backend === "webgl") return import("@tensorflow/tfjs-backend-webgl");
  return import("@tensorflow/tfjs-backend-cpu");
}
