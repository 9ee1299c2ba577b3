import katex from "katex";
import type { Code, Root } from "mdast";
import { unified } from "unified";
import { VFile } from "vfile";
import { type ProblemFiles, readFiles } from "../course/read-files.ts";
import { macrosSchema } from "../course/schemas.ts";
import type { CheckedDisplay, Kept, KnownChecks } from "../derivation/index.ts";
import remarkAttempts from "../markdown/attempts/remark-attempts.ts";
import type { Compilation } from "../markdown/compilation.ts";
import { parseData } from "../markdown/data.ts";
import { typesetDeclaration } from "../markdown/derivations/declaration-elements.ts";
import { type Declaration, readDeclarations } from "../markdown/derivations/declarations.ts";
import remarkDerivations from "../markdown/derivations/remark-derivations.ts";
import remarkUnchecked from "../markdown/derivations/remark-unchecked.ts";
import type { Macros } from "../markdown/document.ts";
import { blankLabels } from "../markdown/formula-source.ts";
import { parseMarkdown } from "../markdown/parse.ts";
import remarkBlocks from "../markdown/remark-blocks.ts";
import remarkDisplays from "../markdown/remark-displays.ts";
import { katexOptions } from "../markdown/remark-formulas.ts";
import remarkFrontmatterChecked from "../markdown/remark-frontmatter-checked.ts";
import remarkHtml from "../markdown/remark-html.ts";
import remarkParts from "../markdown/remark-parts.ts";
import { visit } from "../markdown/visit.ts";

/** The pipeline up to the derivations. */
const before = unified()
  .use(remarkFrontmatterChecked)
  .use(remarkDisplays)
  .use(remarkUnchecked)
  .use(remarkHtml)
  .use(remarkParts)
  .use(remarkBlocks)
  .use(remarkAttempts)
  .freeze();

/** A problem of the course, ready to be checked again and again. */
export interface Solution {
  readonly path: string;
  readonly formulas: number;
  /** Checks all that is to be checked; what is known is not checked. */
  readonly check: (known: KnownChecks) => void;
  /** Renders all formulas, those in the text and in quoted answers included. */
  readonly render: () => void;
  /** Renders the declarations of `symbols` blocks, as checking does on its way. */
  readonly renderNotation: () => void;
  /** Makes trees for so many more checks: a check leaves its marks in the tree. */
  readonly prepare: (rounds: number) => Promise<void>;
}

/** The solutions of the course below a root. */
export async function solutionsIn(root: string): Promise<Solution[]> {
  const { problems, macros } = await readFiles(root);
  const table = macros && parseData(macros, { text: macros.text, offset: 0 }, macrosSchema, () => undefined);
  return Promise.all(problems.map((files) => solutionOf(files, table?.value ?? {})));
}

async function solutionOf(files: ProblemFiles, macros: Macros): Promise<Solution> {
  const formulas: { tex: string; displayMode: boolean }[] = [];
  const prepared: { readonly tree: Root; readonly file: VFile }[] = [];
  const { tree, file } = await treeOf(files, macros);
  const declarations: Declaration[] = [];
  visit(tree, "code", ({ lang, value }: Code) => {
    if (lang === "symbols") declarations.push(...readDeclarations(value));
  });
  for (const type of ["math", "inlineMath"] as const)
    visit(tree, type, ({ value }: { readonly value: string }) => {
      formulas.push({ tex: blankLabels(value), displayMode: type === "math" });
    });
  const options = katexOptions(macros);
  return {
    path: files.source.path,
    formulas: formulas.length,
    check(checks) {
      const next = prepared.pop();
      if (next === undefined) throw new Error("No tree is prepared");
      Object.assign(next.file.data.compilation ?? {}, { input: inputOf(files, macros, checks) });
      remarkDerivations()(next.tree, next.file);
    },
    render() {
      for (const { tex, displayMode } of formulas) katex.renderToString(tex, { ...options, displayMode });
    },
    renderNotation() {
      for (const declaration of declarations) typesetDeclaration(declaration, file);
    },
    async prepare(rounds) {
      for (let k = 0; k < rounds; k++) prepared.push(await treeOf(files, macros));
    },
  };
}

function inputOf({ source, companions, images }: ProblemFiles, macros: Macros, checks?: KnownChecks) {
  return {
    source,
    companions,
    images: new Set(images.keys()),
    macros,
    experiments: new Map(),
    ...(checks && { checks }),
  };
}

async function treeOf(files: ProblemFiles, macros: Macros): Promise<{ tree: Root; file: VFile }> {
  const file = new VFile({ path: files.source.path, value: files.source.text });
  const lists = ["parts", "headings", "claims", "equations", "displays", "quantities", "figures"];
  file.data.compilation = {
    input: inputOf(files, macros),
    address: "",
    title: "",
    titleNodes: [],
    lead: "",
    ...Object.fromEntries([...lists, "settings", "links", "formulas"].map((name) => [name, []])),
    images: new Set(),
    anchors: new Map(),
  } as unknown as Compilation;
  return { tree: (await before.run(parseMarkdown(files.source), file)) as Root, file };
}

/** Checks by their key, which may be forgotten one by one. */
export function memory(): KnownChecks & { readonly checks: Map<string, CheckedDisplay> } {
  const checks = new Map<string, CheckedDisplay>();
  return { checks, displays: keptIn(checks), inline: keptIn(new Map()), symbols: keptIn(new Map()) };
}

function keptIn<Finding>(found: Map<string, Finding>): Kept<Finding> {
  return { read: (key) => found.get(key), write: (key, finding) => void found.set(key, finding) };
}
