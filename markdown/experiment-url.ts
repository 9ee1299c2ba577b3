import type { Link } from "mdast";
import type { Node } from "unist";
import type { VFile } from "vfile";
import { suggestion } from "../mistakes/suggest.ts";
import { compilationOf, report } from "./compilation.ts";

/** The parts of `quantity:experiment/quantity?parameter=1` or `experiment:experiment?parameter=1`. */
export function parseExperimentUrl(url: string) {
  const [path = "", search = ""] = url.slice(url.indexOf(":") + 1).split("?", 2);
  const [experiment = "", quantity = ""] = path.split("/", 2);
  return { experiment, quantity, query: Object.fromEntries(new URLSearchParams(search)) };
}

/** Whether a name is known; reports the link that has an unknown one. */
export function checkName(
  node: Link,
  kind: string,
  name: string,
  known: readonly string[],
  file: VFile,
): boolean {
  if (known.includes(name)) return true;
  report(file, node, {
    rule: `unknown-${kind}`,
    what: name === "" ? `The link \`${node.url}\` names no ${kind}` : `Unknown ${kind} \`${name}\``,
    hint: known.length === 0 ? `There is no ${kind} to name here.` : suggestion(name, known),
  });
  return false;
}

/** Whether a text that names an experiment can be followed; reports the node that names an unknown or a broken one. */
export function checkExperimentName(node: Node, name: string, file: VFile): boolean {
  const { experiments, brokenExperiments = new Set() } = compilationOf(file).input;
  if (experiments.has(name)) return true;
  const known = [...experiments.keys(), ...brokenExperiments];
  const isBroken = brokenExperiments.has(name);
  report(file, node, {
    rule: "unknown-experiment",
    what: isBroken ? `The experiment \`${name}\` cannot be loaded` : `Unknown experiment \`${name}\``,
    hint: isBroken
      ? `What is wrong with it is reported at \`experiments/${name}/index.ts\`.`
      : known.length === 0
        ? "The course has no experiments: each is a folder in `experiments/` with an `index.ts`."
        : suggestion(name, known),
  });
  return false;
}

/** Whether every key of a link's query is known; reports the first that is not. */
export function checkQuery(
  node: Link,
  query: Record<string, string>,
  known: readonly string[],
  file: VFile,
): boolean {
  const unknown = Object.keys(query).find((name) => !known.includes(name));
  return unknown === undefined || checkName(node, "parameter", unknown, known, file);
}
