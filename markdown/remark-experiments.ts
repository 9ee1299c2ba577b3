import type { Root, RootContent } from "mdast";
import type { LeafDirective } from "mdast-util-directive";
import type { VFile } from "vfile";
import { suggestion } from "../mistakes/suggest.ts";
import { claimAnchor, compilationOf, report, sourceOf } from "./compilation.ts";
import { hole } from "./element.ts";
import { checkExperimentName } from "./experiment-url.ts";
import { visit } from "./visit.ts";

/**
 * Leaves a hole where an experiment's figure goes; the route fills it, since Markdown knows experiments by name only.
 *
 * In: `::experiment{name="gaussian-fit" deviation=2}`
 */
export default function remarkExperiments() {
  return (tree: Root, file: VFile): void => {
    visit(tree, "leafDirective", (node: LeafDirective, index, parent) => {
      if (node.name !== "experiment" || parent === undefined || index === undefined) return;
      const { name, ...values } = node.attributes ?? {};
      const isKnown = checkExperiment(node, name ?? "", Object.keys(values), file);
      if (isKnown) placeFigure(node, name ?? "", values, file);
      if (isKnown) claimAnchor(file, node, `fig-${name}`, `figure \`${name}\``, twiceHint);
      parent.children[index] = (
        isKnown ? hole({ kind: "experiment", name, values }) : { type: "text", value: "" }
      ) as RootContent;
    });
  };
}

/** Remembers a figure with its place; what its values are worth, only the experiment knows. */
function placeFigure(
  node: LeafDirective,
  name: string,
  given: Readonly<Record<string, string | null | undefined>>,
  file: VFile,
): void {
  const source = sourceOf(node, file);
  const { line, column } = source.locate(node.position?.start.offset ?? 0);
  const values = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, value ?? ""]));
  compilationOf(file).figures.push({ name, values, file: source.path, line, column });
}

const twiceHint =
  "A page shows an experiment once; link to it in another state: `[σ = 1](experiment:name?deviation=1)`.";

function checkExperiment(node: LeafDirective, name: string, parameters: string[], file: VFile): boolean {
  if (name === "") {
    report(file, node, {
      rule: "missing-attribute",
      what: "Missing attribute `name` of `::experiment`",
      hint: `Write \`::experiment{name="…"}\`. ${suggestion("", [...compilationOf(file).input.experiments.keys()])}`,
    });
    return false;
  }
  const names = compilationOf(file).input.experiments.get(name);
  if (!checkExperimentName(node, name, file) || names === undefined) return false;
  const unknown = parameters.find((parameter) => !names.parameters.includes(parameter));
  if (unknown === undefined) return true;
  report(file, node, {
    rule: "unknown-parameter",
    what: `Unknown parameter \`${unknown}\` of the experiment \`${name}\``,
    hint: suggestion(unknown, names.parameters),
  });
  return false;
}
