/** What a sweep and a live run are made with; it is stored with their results. */
export interface Settings {
  /** Images of each class to train on, and to judge by. */
  readonly trainingPerClass: number;
  readonly validationPerClass: number;
  /** Units of the encoder's hidden layer. */
  readonly hidden: number;
  /** Steps of Adam, each on all training images, with fresh noise. */
  readonly steps: number;
  readonly stepSize: number;
  /** Draws of V for each image, where a latent is sampled to judge by it. */
  readonly draws: number;
}

/** The settings of the page. */
export const settings: Settings = {
  trainingPerClass: 60,
  validationPerClass: 200,
  hidden: 16,
  steps: 2000,
  stepSize: 0.01,
  draws: 20,
};

/** The values of β of the sweep: by powers of ten, closer where the latent collapses. */
export const betas = [1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.03, 0.1, 0.2, 0.4, 0.7, 1, 10, 100] as const;

/** Where the random numbers of the validation images and of all judging start; no training begins there. */
export const judgingSeed = 0;
