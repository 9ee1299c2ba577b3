const exact = {
  error: 1e-9,
  tolerance: 0,
  plainOnly: "a closed form or a short sum, which takes no tensors",
};
const simulated = { error: 1e-11, tolerance: 1e-5 };

/** What prose may quote: of the simulated network, and of its exact expectations. */
export const quantities = {
  loss: {
    label: "C",
    meaning: "cross-entropy, simulated, mean over the positions",
    unit: "nats",
    color: "var(--ink)",
    ...simulated,
  },
  expectedLoss: {
    label: "E[C]",
    meaning: "its expectation, exact",
    unit: "nats",
    color: "var(--q)",
    error: exact.error,
    tolerance: 2e-5,
  },
  guess: { label: "log V", meaning: "loss of a guess", unit: "nats", color: "var(--ink-2)", ...exact },
  largest: {
    label: "τκ_V",
    meaning: "extreme-value prediction: the largest of V independent logits",
    unit: "nats",
    color: "var(--p)",
    ...exact,
  },
  ownLogit: {
    label: "A",
    meaning: "logit of the token just read, at the first position",
    unit: "",
    color: "var(--q)",
    ...simulated,
  },
  expectedOwnLogit: {
    label: "E[A]",
    meaning: "its expectation, exact",
    unit: "",
    color: "var(--q)",
    ...exact,
  },
  ownDeviation: {
    label: "sd A",
    meaning: "its standard deviation, exact",
    unit: "",
    color: "var(--q)",
    ...exact,
  },
  spread: {
    label: "sd z",
    meaning: "standard deviation of the other logits there",
    unit: "",
    color: "var(--ink-2)",
    ...simulated,
  },
  logitDeviation: {
    label: "τ",
    meaning: "standard deviation of a logit whose row is independent, exact",
    unit: "",
    color: "var(--ink-2)",
    ...exact,
  },
  ownProbability: {
    label: "p",
    meaning: "probability of the token just read there",
    unit: "",
    color: "var(--q)",
    ...simulated,
    tolerance: 1e-4,
  },
  share: {
    label: "share",
    meaning: "the word’s share of the variance of the sum",
    unit: "",
    color: "var(--ink-2)",
    ...exact,
  },
  rowLength: {
    label: "E‖w‖",
    meaning: "expected length of a row of the word table",
    unit: "",
    color: "var(--ink-2)",
    ...exact,
  },
};
