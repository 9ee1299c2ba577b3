import { formatQuantity } from "../../lab/measure.ts";
import { fourierFeature } from "./fourier.ts";
import { parameters, type State } from "./parameters.ts";
import { type Shares, sumInWords } from "./shares.ts";

/** Both panels in words, with the numbers. */
export function describeFit(
  fit: Shares & { readonly quantities: { readonly loss: number; readonly credit: number } },
  { points, features, target, law, decay }: State,
): string {
  const { loss, credit } = fit.quantities;
  const falling = law === "equal" ? "" : ` with a = ${decay.toFixed(2)}`;
  const aliases = fit.group
    .filter(({ index }) => index !== target)
    .map(({ index }) => fourierFeature(index).name);
  return [
    `${points === 1 ? "One training point" : `${points} equally spaced training points`}, ${features === 1 ? "one Fourier feature" : `${features} Fourier features`},`,
    `the weights ${parameters.law.options[law]}${falling}.`,
    `The target is ${fourierFeature(target).name}.`,
    fit.group.length === 0
      ? "It is zero at every training point, so nothing is learned."
      : `On the training points ${multiples(aliases)} of it.`,
    `The least-norm fit is ${sumInWords(fit)}.`,
    `The target's effective weight is ${formatQuantity(credit)}; the expected test error is ${formatQuantity(loss)}.`,
  ].join(" ");
}

function multiples(names: readonly string[]): string {
  if (names.length === 0) return "no other feature is a multiple";
  return names.length === 1 ? `${names[0]} is a multiple` : `${listed(names)} are multiples`;
}

/** "a, b and c"; of many, how many more there are. */
function listed(names: readonly string[]): string {
  if (names.length > 5) return `${names.slice(0, 4).join(", ")} and ${names.length - 4} more features`;
  const last = names.slice(-1);
  return [names.slice(0, -1).join(", "), ...last].filter((part) => part !== "").join(" and ");
}
