import type { Code } from "mdast";
import type { Node } from "unist";
import type { VFile } from "vfile";
import { declareUnlessKnown, noKnownChecks } from "../../derivation/index.ts";
import { compilationOf, reportAt, sourceOf } from "../compilation.ts";
import { element, text } from "../element.ts";
import { checkKey } from "./check-key.ts";
import { typesetDeclaration } from "./declaration-elements.ts";
import { readDeclarations } from "./declarations.ts";
import { brokenDeclaration, specialValue } from "./findings.ts";
import { innermost, type Region } from "./regions.ts";

/** Puts a `symbols` block in force; the page shows it folded, as “Notation”. */
export function declare(node: Code, regions: readonly Region[], file: VFile): Node {
  const region = innermost(regions);
  const { macros, checks = noKnownChecks } = compilationOf(file).input;
  const key = checkKey({ tex: node.value, seed: "", macros }, region);
  const setting = { macros, parent: region.scope };
  const { scope, mistakes, warnings } = declareUnlessKnown(node.value, setting, key, checks);
  const source = sourceOf(node, file);
  const lines = offsetsOfLines(source.text, (node.position?.start.offset ?? 0) + 1);
  for (const { line, column, reason } of mistakes)
    reportAt(file, source, (lines[line] ?? 0) + column - 1, brokenDeclaration(reason));
  for (const { line, column, reason } of warnings)
    reportAt(file, source, (lines[line] ?? 0) + column - 1, specialValue(reason));
  const declarations = readDeclarations(node.value);
  const block = 1 + Math.max(-1, ...region.declarations.map((each) => each.block));
  const inForce = declarations.map((declaration) => ({
    declaration,
    block,
    names: declaration.names,
    uses: declaration.meaning,
  }));
  Object.assign(region, {
    scope,
    isDeclared: true,
    declarations: [...region.declarations, ...inForce],
  });
  return element("details", { className: ["block", "block-notation"] }, [
    element("summary", {}, [element("span", { className: ["block-label"] }, [text("Notation")])]),
    element("div", { className: ["block-body"] }, [
      element(
        "ul",
        { className: ["declarations"] },
        declarations.map((each) => typesetDeclaration(each, file)),
      ),
    ]),
  ]);
}

/** Offsets of the beginnings of lines behind an offset: index 0 is the line that it stands in. */
function offsetsOfLines(source: string, from: number): number[] {
  const offsets = [source.lastIndexOf("\n", from) + 1];
  for (let at = source.indexOf("\n", from); at >= 0; at = source.indexOf("\n", at + 1)) offsets.push(at + 1);
  return offsets;
}
