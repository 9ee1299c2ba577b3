/** A named family of distributions, written in the notation that the checker itself reads; x is the value. */
export interface Family {
  readonly names: readonly string[];
  readonly parameters: readonly string[];
  readonly isDiscrete?: boolean;
  readonly weight: string;
  readonly from: string;
  readonly to: string;
  readonly location?: string;
  readonly scale?: string;
}

const tex = String.raw;
const LINE = { from: tex`-\infty`, to: tex`\infty` };

/** Densities and probabilities. Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions, vols. 1–2. */
export const FAMILIES: readonly Family[] = [
  {
    names: ["Normal", "\\Normal", "\\mathcal{N}", "N", "Gaussian"],
    parameters: ["m", "v"],
    weight: tex`\frac{\exp\left(-\frac{(x-m)^2}{2v}\right)}{\sqrt{2\pi v}}`,
    ...LINE,
    location: "m",
    scale: tex`\sqrt{v}`,
  },
  {
    names: ["Uniform", "\\Uniform", "\\mathcal{U}", "U", "Unif"],
    parameters: ["a", "b"],
    weight: tex`\frac{1}{b-a}`,
    from: "a",
    to: "b",
  },
  {
    names: ["Exponential", "Exp", "\\Exponential"],
    parameters: ["r"],
    weight: tex`r\exp(-rx)`,
    from: "0",
    to: tex`\infty`,
    location: "0",
    scale: tex`\frac{1}{r}`,
  },
  {
    names: ["Laplace", "\\Laplace"],
    parameters: ["m", "b"],
    weight: tex`\frac{1}{2b}\exp\left(-\frac{|x-m|}{b}\right)`,
    ...LINE,
    location: "m",
    scale: "b",
  },
  {
    names: ["Cauchy", "\\Cauchy"],
    parameters: ["m", "b"],
    weight: tex`\frac{b}{\pi(b^2+(x-m)^2)}`,
    ...LINE,
    location: "m",
    scale: "b",
  },
  {
    names: ["Beta", "\\Beta"],
    parameters: ["a", "b"],
    weight: tex`\frac{\Gamma(a+b)}{\Gamma(a)\Gamma(b)}x^{a-1}(1-x)^{b-1}`,
    from: "0",
    to: "1",
  },
  {
    names: ["ChiSquared", "\\chi^2"],
    parameters: ["k"],
    weight: tex`\frac{x^{k/2-1}\exp(-x/2)}{2^{k/2}\Gamma(k/2)}`,
    from: "0",
    to: tex`\infty`,
  },
  {
    names: ["Bernoulli", "\\Bernoulli", "Ber", "Bern"],
    parameters: ["p"],
    isDiscrete: true,
    weight: tex`\begin{cases} p & x = 1 \\ 1-p & \text{otherwise} \end{cases}`,
    from: "0",
    to: "1",
  },
  {
    names: ["Binomial", "\\Binomial", "Bin"],
    parameters: ["n", "p"],
    isDiscrete: true,
    weight: tex`\binom{n}{x}p^x(1-p)^{n-x}`,
    from: "0",
    to: "n",
  },
  {
    names: ["Poisson", "\\Poisson", "Poi", "Pois"],
    parameters: ["r"],
    isDiscrete: true,
    weight: tex`\exp\left(x\log r-r-\log\Gamma(x+1)\right)`,
    from: "0",
    to: tex`\infty`,
  },
  {
    names: ["DiscreteUniform"],
    parameters: ["a", "b"],
    isDiscrete: true,
    weight: tex`\frac{1}{b-a+1}`,
    from: "a",
    to: "b",
  },
  {
    names: ["GeometricTrials"],
    parameters: ["p"],
    isDiscrete: true,
    weight: "p(1-p)^{x-1}",
    from: "1",
    to: tex`\infty`,
  },
  {
    names: ["GeometricFailures"],
    parameters: ["p"],
    isDiscrete: true,
    weight: "p(1-p)^{x}",
    from: "0",
    to: tex`\infty`,
  },
  {
    names: ["GammaRate"],
    parameters: ["k", "r"],
    weight: tex`\frac{r^k}{\Gamma(k)}x^{k-1}\exp(-rx)`,
    from: "0",
    to: tex`\infty`,
  },
  {
    names: ["GammaScale"],
    parameters: ["k", "s"],
    weight: tex`\frac{x^{k-1}}{\Gamma(k)s^k}\exp\left(-\frac{x}{s}\right)`,
    from: "0",
    to: tex`\infty`,
  },
];

/** Families whose parameters are understood in two ways. */
export const AMBIGUOUS: Readonly<Record<string, string>> = {
  Gamma: "shape and rate, or shape and scale; write GammaRate(k, r) or GammaScale(k, s)",
  Geometric: "counted from 0 or from 1; write GeometricFailures(p) or GeometricTrials(p)",
  Geom: "counted from 0 or from 1; write GeometricFailures(p) or GeometricTrials(p)",
  NegativeBinomial: "failures or trials; declare its density",
  LogNormal: "the parameters of the logarithm or of the value; declare its density",
};
