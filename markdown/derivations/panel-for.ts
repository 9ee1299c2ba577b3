import type { Asked, InForce } from "./check-key.ts";
import { type Declaration, lastMeanings, namesUsedIn, narrowed } from "./declarations.ts";
import type { DisplayOutcome } from "./outcome.ts";
import type { Panel } from "./panel.ts";
import { trialOf } from "./trial-data.ts";

/** The panel of a display, from what was found in it and what may matter to it. */
export function panelFor({ tex, macros }: Asked, found: DisplayOutcome, matters: InForce): Panel {
  const used = namesUsedIn(tex, [...matters.declarations, ...matters.definitions]);
  const isUsed = (name: string) => used.has(name);
  const declarations = matters.declarations
    .filter(({ declaration, names }) => declaration.kind === "setting" || names.some(isUsed))
    .map((each) => ({ ...each, declaration: narrowed(each.declaration, isUsed) }));
  const definitions = matters.definitions.filter(({ names }) => names.some(isUsed));
  const spoken = [tex, ...declarations.map((each) => each.uses), ...definitions.map((each) => each.uses)];
  const shown = declarations
    .map(({ declaration }) => declaration)
    .filter((each) => each.kind !== "setting" || concerns(each, spoken.join(" ")));
  const trial = canBeTyped(used, matters)
    ? trialOf(found.steps, declarations, definitions, macros)
    : undefined;
  return {
    found,
    declarations: lastMeanings(shown),
    ...(trial === undefined ? {} : { trial }),
  };
}

/** Whether a setting makes a difference to a formula. */
function concerns({ meaning }: Declaration, tex: string): boolean {
  return meaning.startsWith("set log") ? /\\log(?![A-Za-z])/.test(tex) : tex.includes("_");
}

/** Properties that nobody can type entry by entry: those of a positive definite matrix, of probabilities. */
const property = /^Simplex|(?:symmetric|positive definite|orthogonal)$/;

/** Whether a reader can type values of all names. */
function canBeTyped(names: ReadonlySet<string>, { declarations }: InForce): boolean {
  return [...names].every((name) => {
    const { declaration } = declarations.findLast((each) => each.names.includes(name)) ?? {};
    return declaration?.kind !== "domain" || !property.test(declaration.meaning);
  });
}
