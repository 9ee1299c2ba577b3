/** What an information bottleneck does at one β, in every model: trained, stored or exact. */
export interface Figures {
  /** Task loss on the training data with a sampled latent, in nats. */
  readonly trainingLoss: number;
  /** Share of wrong predictions on the training data with a sampled latent (in the linear model: squared error). */
  readonly trainingError: number;
  /** Task loss on validation data, from the mean of the latent and from a sample of it, in nats. */
  readonly validationLossMean: number;
  readonly validationLossSample: number;
  /** Share of wrong predictions on validation data (in the linear model: squared error). */
  readonly validationErrorMean: number;
  readonly validationErrorSample: number;
  /** Average D(p_n‖r) over the training data, in nats. */
  readonly rate: number;
  /** Root mean square of the latent means over training data and coordinates. */
  readonly meanScale: number;
  /** Mean of μ² + σ² over training data and coordinates: 1 at every optimum. */
  readonly secondMoment: number;
}

/** D(μ, σ) = ½(μ² + σ² − 1 − log σ²): the divergence of N(μ, σ²) from N(0, 1), in nats. */
export function divergenceFromPrior(mean: number, logDeviation: number): number {
  return 0.5 * (mean * mean + Math.expm1(2 * logDeviation)) - logDeviation;
}
