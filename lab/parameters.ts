/** A real parameter with a range. Slider, handle, URL, validation and documentation derive from it. */
export interface Slider {
  readonly kind: "slider";
  /** The symbol that stands beside the slider and in the figure: "μ". */
  readonly label: string;
  /** The symbol in words, for readers and screen readers: "mean of Q". */
  readonly meaning: string;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** The smallest change that a handle, a slider or an arrow key makes; Shift makes ten. */
  readonly step: number;
  /** How the range is laid out on a slider and on an axis. */
  readonly scale: "linear" | "log";
}

/** The values of an experiment's parameters, by name. */
export type Values<P extends string = string> = Readonly<Record<P, number>>;

/** Parameters by name. */
export type Parameters<P extends string = string> = Readonly<Record<P, Slider>>;

/** What a slider may leave out: a linear scale, and a step of 0.01. */
export type SliderOptions = Omit<Slider, "kind" | "scale" | "step"> & Partial<Pick<Slider, "scale" | "step">>;

/** A slider; throws a RangeError if its range is empty, leaves out the default, or cannot be logarithmic. */
export function slider(options: SliderOptions): Slider {
  const { min, max, default: initial } = options;
  if (!(min < max)) throw new RangeError(`slider ${options.label}: min ${min} is not below max ${max}`);
  if (!(min <= initial && initial <= max)) {
    throw new RangeError(`slider ${options.label}: default ${initial} lies outside [${min}, ${max}]`);
  }
  if (options.scale === "log" && min <= 0) {
    throw new RangeError(`slider ${options.label}: a logarithmic scale needs min > 0, found ${min}`);
  }
  return { step: 0.01, scale: "linear", ...options, kind: "slider" };
}

/** The default value of every parameter. */
export function defaultValues<P extends string>(parameters: Parameters<P>): Values<P> {
  const entries = Object.entries<Slider>(parameters).map(([name, parameter]) => [name, parameter.default]);
  return Object.fromEntries(entries) as Values<P>;
}

/** Where a value lies in its range: 0 at min, 1 at max, on the parameter's own scale. */
export function toPosition({ scale, min, max }: Slider, value: number): number {
  return scale === "log" ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
}

/** The value at a position in [0, 1]: the inverse of `toPosition`. */
export function fromPosition({ scale, min, max }: Slider, position: number): number {
  return scale === "log" ? min * (max / min) ** position : min + position * (max - min);
}

/** The value put into the parameter's range. */
export function clamp({ min, max }: Slider, value: number): number {
  return Math.min(max, Math.max(min, value));
}

/** The nearest multiple of the parameter's step, in range. */
export function snap(parameter: Slider, value: number): number {
  const multiple = Math.round(value / parameter.step) * parameter.step;
  return clamp(parameter, Number(multiple.toFixed(decimals(parameter.step))));
}

/** The value as a reader sees it, with the decimals of its step and a true minus sign. */
export function formatValue(parameter: Slider, value: number): string {
  return withMinus(value.toFixed(decimals(parameter.step)));
}

/** A number's text with U+2212 for the hyphen, and no negative zero. */
export function withMinus(text: string): string {
  return /^-0\.?0*$/.test(text) ? text.slice(1) : text.replace("-", "−");
}

function decimals(step: number): number {
  return Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
}
