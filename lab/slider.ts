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
  /**
   * How the range is laid out on a slider and on an axis. A "symlog" range starts at 0: linear up to about one step,
   * logarithmic beyond. On it, and on a "log" range over four decades or more, values have two digits, and a key
   * moves by a hundredth of the range.
   */
  readonly scale: "linear" | "log" | "symlog";
}

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
  if (options.scale === "symlog" && min !== 0) {
    throw new RangeError(`slider ${options.label}: a symlog scale needs min = 0, found ${min}`);
  }
  return { step: 0.01, scale: "linear", ...options, kind: "slider" };
}

/** Where a value lies in its range: 0 at min, 1 at max, on the parameter's own scale. */
export function toPosition({ scale, min, max, step }: Slider, value: number): number {
  if (scale === "log") return Math.log(value / min) / Math.log(max / min);
  if (scale === "symlog") return Math.log1p(value / step) / Math.log1p(max / step);
  return (value - min) / (max - min);
}

/** The value at a position in [0, 1]: the inverse of `toPosition`. */
export function fromPosition({ scale, min, max, step }: Slider, position: number): number {
  if (scale === "log") return min * (max / min) ** position;
  if (scale === "symlog") return step * Math.expm1(position * Math.log1p(max / step));
  return min + position * (max - min);
}

/** The value put into the parameter's range. */
export function clamp({ min, max }: Slider, value: number): number {
  return Math.min(max, Math.max(min, value));
}

/** Whether a range spans so much that its values have digits rather than decimals. */
export function isWide({ scale, min, max }: Slider): boolean {
  return scale === "symlog" || (scale === "log" && max / min >= 1e4);
}

/** The smallest change of a value: the step; on a wide range the second digit, where that is more. */
export function stepAt(parameter: Slider, value: number): number {
  if (!isWide(parameter) || value <= 0) return parameter.step;
  return Math.max(parameter.step, 10 ** (Math.floor(Math.log10(value)) - 1));
}

/** The nearest multiple of the parameter's step at the value, in range. */
export function snap(parameter: Slider, value: number): number {
  const step = stepAt(parameter, value);
  const multiple = Math.round(value / step) * step;
  return clamp(parameter, Number(multiple.toFixed(decimals(step))));
}

/** The value as a reader sees it, with a true minus sign: with its step's decimals; on a wide range, as it is. */
export function formatNumber(parameter: Slider, value: number): string {
  if (isWide(parameter)) return withMinus(formatWide(value));
  return withMinus(value.toFixed(decimals(parameter.step)));
}

/** A number with up to six digits: as it is, or as 10⁻⁶ where it is a small power of ten. */
function formatWide(value: number): string {
  return value !== 0 && Math.abs(value) < 1e-6
    ? value.toExponential(1)
    : String(Number(value.toPrecision(6)));
}

/** A number's text with U+2212 for the hyphen, and no negative zero. */
export function withMinus(text: string): string {
  return /^-0\.?0*$/.test(text) ? text.slice(1) : text.replace("-", "−");
}

function decimals(step: number): number {
  return Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
}
