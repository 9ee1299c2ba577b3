import { aliasGroup } from "../../../experiments/fourier-aliases/aliases.ts";
import { fourierFeatures, trainingInputs } from "../../../experiments/fourier-aliases/fourier.ts";
import type { State } from "../../../experiments/fourier-aliases/parameters.ts";
import { weightsOf } from "../../../experiments/fourier-aliases/weights.ts";

/** wₖ = cₖ²γₖ/Σcⱼ²γⱼ² of the alias group, 0 elsewhere, and L = ½Σ(wₖ − 1[k = t])². Shape of credits [d]. */
export function closedForm({ points, features, target, law, decay }: State) {
  const weights = weightsOf(law, decay, features);
  const group = aliasGroup(fourierFeatures(features), target, trainingInputs(points));
  const credits = weights.map(() => 0);
  const sum = group.reduce((all, { index, multiple }) => all + ((weights[index] ?? 0) * multiple) ** 2, 0);
  for (const { index, multiple } of group) credits[index] = ((weights[index] ?? 0) ** 2 * multiple) / sum;
  const loss = credits.reduce((all, credit, k) => all + 0.5 * (credit - (k === target ? 1 : 0)) ** 2, 0);
  return { credits, loss };
}
