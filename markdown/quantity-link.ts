import type { Link } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Node } from "unist";
import type { VFile } from "vfile";
import { suggestion } from "../mistakes/suggest.ts";
import { claimAnchor, compilationOf, report, sourceOf } from "./compilation.ts";
import { type FormulaContext, type QuantityLink, quantityOptions } from "./document.ts";
import { element, hole } from "./element.ts";
import { checkExperimentName, checkName, checkQuery, parseExperimentUrl } from "./experiment-url.ts";

/**
 * A number that the build recomputes: a hole that the route fills. `next` is what stands behind the link, where a unit
 * may be.
 *
 * In: `[0.693](quantity:name/quantity?parameter=1&equals=eq:kl)`
 */
export function quantityLink(node: Link, next: Node | undefined, file: VFile): Node {
  const { experiment, quantity, query } = parseExperimentUrl(node.url);
  const { experiments } = compilationOf(file).input;
  const names = experiments.get(experiment);
  const isKnown =
    checkExperimentName(node, experiment, file) &&
    checkName(node, "quantity", quantity, names?.quantities ?? [], file) &&
    checkQuery(node, query, [...(names?.parameters ?? []), ...quantityOptions], file);
  const context = isKnown ? contextOf(node, query["equals"], file) : undefined;
  if (!isKnown || context === "unknown") return element("span", {}, node.children);
  const { quantities } = compilationOf(file);
  const id = `number:${quantities.length + 1}`;
  claimAnchor(file, node, id, `number \`${textOf(node)}\``);
  const source = sourceOf(node, file);
  const link: QuantityLink = {
    kind: "quantity",
    id,
    text: textOf(node),
    after: next?.type === "text" ? (next as Node & { value: string }).value.slice(0, 24) : "",
    experiment,
    quantity,
    query,
    ...(context === undefined ? {} : { context }),
    file: source.path,
    ...source.locate(node.position?.start.offset ?? 0),
  };
  quantities.push(link);
  return { ...hole(link), data: { isNumber: true } } as Node;
}

/** The formula that a number is said to equal; undefined where none is named. */
function contextOf(
  node: Link,
  label: string | undefined,
  file: VFile,
): FormulaContext | "unknown" | undefined {
  if (label === undefined) return undefined;
  const contexts = file.data.formulaContexts ?? new Map<string, FormulaContext>();
  const context = contexts.get(label);
  if (context !== undefined) return context;
  report(file, node, {
    rule: "unknown-label",
    what: `No equation of this page’s own text has the label \`${label}\``,
    hint:
      contexts.size === 0
        ? "Write `\\label{…}` inside the equation."
        : suggestion(label, [...contexts.keys()]),
  });
  return "unknown";
}
