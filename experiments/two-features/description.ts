import { formatQuantity } from "../../lab/measure.ts";
import { formatValue } from "../../lab/parameters.ts";
import { division } from "./drawing.ts";
import { gradientAt, squaresAt } from "./loss-surface.ts";
import { parameters, type State } from "./parameters.ts";

/** The quantities that the description names. */
interface Numbers {
  readonly loss: number;
  readonly gradient0: number;
  readonly gradient1: number;
  readonly squaredNorm: number;
  readonly growth: number;
}

/** Both panels in words, with the numbers. */
export function describeState(credits: readonly number[], numbers: Numbers, values: State): string {
  const { loss, gradient0, gradient1 } = numbers;
  const text = (name: keyof State): string => formatValue(parameters[name], values[name]);
  return [
    "Over the inputs from −1 to 1: the true feature √2 cos(πx), which is the target, and its alias √2 cos(2πx);",
    "they meet at 0 and ±⅔.",
    `The training point lies on the target at x₁ = ${text("input")}.`,
    `With the weights c₀ = ${text("weight0")} and c₁ = ${text("weight1")}: ${division(credits)}.`,
    `The expected test error is ${formatQuantity(loss)},`,
    `its gradient (${formatQuantity(gradient0)}, ${formatQuantity(gradient1)}).`,
    "Beside it, the plane of the weights: the loss is the same along each ray from the origin, so the gradient is",
    "tangent to circles.",
    motion(numbers, values),
  ].join(" ");
}

/** Where learning leads from here: nowhere, where there is no gradient. */
function motion({ loss, squaredNorm, growth }: Numbers, { weight0, weight1, input, rate }: State): string {
  const isMoving = Math.hypot(...gradientAt(squaresAt(input), [weight0, weight1])) > 0;
  if (Number.isNaN(loss)) return "Here there is none.";
  if (!isMoving) return "Here it is zero: gradient flow and descent stay where they are.";
  return [
    "Gradient flow stays on the circle through the weights;",
    `a step of descent with η = ${formatValue(parameters.rate, rate)} leaves it: D = ${formatQuantity(squaredNorm)}`,
    `grows by ${formatQuantity(growth)}.`,
  ].join(" ");
}
