import type * as PlotModule from "@observablehq/plot";
import type * as TensorFlow from "@tensorflow/tfjs-core";

/** Observable Plot, handed to `draw`, so that a definition stays free of it where nothing is drawn. */
export type Plot = typeof PlotModule;
/** tf.js with a backend that is ready and with its gradients registered, handed to what runs on the reader's GPU. */
export type Tensors = typeof TensorFlow;

/** What a picture is drawn with. */
export interface DrawTools<F = unknown> {
  readonly plot: Plot;
  /** The newest frame of the run that a reader watches or has watched at this state. */
  readonly frame?: F | undefined;
}
