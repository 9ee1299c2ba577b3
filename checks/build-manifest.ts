import katex from "katex";
import type { BuildData, ProblemBody, ProblemCard } from "../course/course.ts";
import type { Experiment } from "../lab/experiment.ts";
import { defaultValues } from "../lab/parameters.ts";
import { checkValues } from "../lab/state.ts";
import type { FigurePlacement, QuantityLink } from "../markdown/document.ts";
import { computedOnce } from "./computed.ts";
import {
  type Manifest,
  type ManifestExperiment,
  type ManifestFigure,
  type ManifestNumber,
  manifestVersion,
  toJson,
} from "./manifest.ts";
import { formulaOf } from "./manifest-formula.ts";
import { checkQuantity } from "./quantity.ts";

/** What a manifest is made from. */
export interface ManifestSource {
  readonly title: string;
  readonly base: string;
  readonly build: BuildData;
  readonly pages: readonly {
    readonly address: string;
    readonly card: Pick<ProblemCard, "path" | "frontmatter">;
    readonly body: Pick<ProblemBody, "displays" | "quantities" | "figures">;
  }[];
  readonly experiments: ReadonlyMap<string, Experiment>;
}

/** The manifest of a site: in the order of its pages, and the same bytes for the same sources. */
export function buildManifest({ title, base, build, pages, experiments }: ManifestSource): Manifest {
  const named = (name: string) => experimentNamed(experiments, name);
  const used = [...experiments].map(
    ([name, each]) => [name, describe(each, build.codes[name] ?? "")] as const,
  );
  return {
    version: manifestVersion,
    digest: build.digest,
    title,
    katex: katex.version,
    base,
    macros: build.macros,
    experiments: Object.fromEntries(used),
    numbers: pages.flatMap(({ address, body }) =>
      body.quantities.map((link) => numberOf(link, `${address}/`, named(link.experiment))),
    ),
    formulas: pages.flatMap(({ address, body }) =>
      body.displays.map((each) => formulaOf(each, `${address}/`)),
    ),
    figures: pages.flatMap(({ address, body }) =>
      body.figures.map((figure) => figureOf(figure, `${address}/`, named(figure.name))),
    ),
    exceptions: pages.flatMap(({ address, card: { path, frontmatter } }) =>
      Object.entries(frontmatter.rules ?? {}).flatMap(([rule, reason]) =>
        reason === undefined ? [] : [{ file: path, page: `${address}/`, rule, reason }],
      ),
    ),
  };
}

function experimentNamed(experiments: ReadonlyMap<string, Experiment>, name: string): Experiment {
  const experiment = experiments.get(name);
  if (experiment === undefined) throw new Error(`The experiment ${name} was checked, but is not there`);
  return experiment;
}

function describe(experiment: Experiment, code: string): ManifestExperiment {
  const { title, parameters, quantities, accelerate, plainOnly } = experiment;
  const kinds = Object.entries(parameters).map(([name, { kind }]) => [name, kind] as const);
  const bounds = Object.entries(quantities).map(
    ([name, { unit, error, tolerance, plainOnly: why }]) =>
      [name, { unit, error, tolerance, ...(why === undefined ? {} : { plainOnly: why }) }] as const,
  );
  return {
    title,
    code,
    isAccelerated: accelerate !== undefined,
    ...(plainOnly === undefined ? {} : { plainOnly }),
    parameters: Object.fromEntries(kinds),
    quantities: Object.fromEntries(bounds),
  };
}

function numberOf(link: QuantityLink, page: string, experiment: Experiment): ManifestNumber {
  const { value, values, tolerance, formula } = checkQuantity(link, experiment);
  const { file, line, column, id, text } = link;
  return {
    file,
    line,
    column,
    page,
    anchor: id,
    text,
    experiment: link.experiment,
    quantity: link.quantity,
    values,
    value: toJson(value),
    tolerance,
    ...(formula === undefined ? {} : { formula: { label: formula.label, value: toJson(formula.value) } }),
    confirmed: formula === undefined ? ["compute"] : ["compute", "derivation"],
  };
}

function figureOf(
  { name, values: given, ...place }: FigurePlacement,
  page: string,
  experiment: Experiment,
): ManifestFigure {
  const { values } = checkValues(experiment, defaultValues(experiment.parameters), given);
  const { quantities } = computedOnce(experiment, values);
  // NaN is a state in which a quantity is undefined: there is nothing to check
  const defined = Object.entries(quantities).filter(([, value]) => !Number.isNaN(value));
  const { file, line, column } = place;
  return {
    file,
    line,
    column,
    page,
    anchor: `fig-${name}`,
    experiment: name,
    values,
    quantities: Object.fromEntries(defined.map(([quantity, value]) => [quantity, toJson(value)])),
  };
}
