import { toHtml } from "hast-util-to-html";
import type { Root } from "mdast";
import rehypeKatex from "rehype-katex";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { VFile } from "vfile";
import { addressOf } from "./address.ts";
import remarkAttempts from "./attempts/remark-attempts.ts";
import { type Compilation, mistakesOf, reportAt } from "./compilation.ts";
import remarkDerivations from "./derivations/remark-derivations.ts";
import remarkUnchecked from "./derivations/remark-unchecked.ts";
import type { CompiledDocument, DocumentInput } from "./document.ts";
import { parseMarkdown } from "./parse.ts";
import { type ProblemData, problemSchema } from "./problem-schema.ts";
import remarkApostrophes from "./remark-apostrophes.ts";
import remarkBareNumbers from "./remark-bare-numbers.ts";
import remarkBlocks from "./remark-blocks.ts";
import remarkCode from "./remark-code.ts";
import remarkDisplays from "./remark-displays.ts";
import remarkEquations from "./remark-equations.ts";
import remarkExperiments from "./remark-experiments.ts";
import remarkFootnotes from "./remark-footnotes.ts";
import remarkFormulaContexts from "./remark-formula-contexts.ts";
import remarkFormulas, { katexOptions } from "./remark-formulas.ts";
import remarkFrontmatterChecked from "./remark-frontmatter-checked.ts";
import remarkHtml from "./remark-html.ts";
import remarkImages from "./remark-images.ts";
import remarkLeftovers from "./remark-leftovers.ts";
import remarkLinks from "./remark-links.ts";
import remarkParts from "./remark-parts.ts";
import remarkReferences from "./remark-references.ts";
import remarkTables from "./remark-tables.ts";
import remarkTitle from "./remark-title.ts";
import remarkUnbroken from "./remark-unbroken.ts";
import { cutSegments, setFormulas } from "./segments.ts";
import { deepestLine, isTooDeep, nestedTooDeeply } from "./too-deep.ts";

/**
 * The pipeline, in its order. Each transform stands where it does for the reason beside it.
 */
const pipeline = unified()
  .use(remarkFrontmatterChecked) // first: the rest of the document may ask for what it says
  .use(remarkDisplays) //           before anything reads formulas
  .use(remarkLeftovers) //          before anything makes texts that have no place in the source
  .use(remarkUnchecked) //          before comments are taken out
  .use(remarkHtml) //               before our own elements come into the tree as raw HTML
  .use(remarkTitle) //              before parts: the title is no part
  .use(remarkParts) //              before blocks: only the document's own headings are parts
  .use(remarkBlocks) //             before attempts: no word of a quotation can be taken for a block
  .use(remarkApostrophes)
  .use(remarkBareNumbers) //        before attempts: numbers of a quotation are not ours to compute
  .use(remarkFormulaContexts) //    before derivations: a `symbols` block is still a block of code
  .use(remarkAttempts) //           before equations, links and code: what notes say is treated like the text
  .use(remarkDerivations) //        behind attempts: what a quoted answer claims is checked too
  .use(remarkFootnotes)
  .use(remarkExperiments)
  .use(remarkReferences) //        before whatever reads links and images
  .use(remarkEquations) //          before links: a link to an equation shows its number
  .use(remarkLinks)
  .use(remarkImages)
  .use(remarkCode)
  .use(remarkTables)
  .use(remarkUnbroken) //           before formulas: it looks at what stands beside them
  .use(remarkFormulas) //           last: nothing else has to walk over KaTeX's output
  .use(remarkRehype, { allowDangerousHtml: true, footnoteLabel: "Notes", clobberPrefix: "" })
  .freeze();

/** A compiled document and its checked frontmatter. */
export interface CompiledProblem extends CompiledDocument {
  readonly frontmatter: ProblemData;
}

/**
 * Compiles one problem: Markdown → HTML with holes, and everything that a page, a list or a check wants to know of
 * it. Mistakes are part of the result; it never throws on an author's text. Equal inputs give equal results.
 */
export async function compileDocument(input: DocumentInput): Promise<CompiledProblem> {
  const file = new VFile({ path: input.source.path, value: input.source.text });
  try {
    return await compileFile(file, input);
  } catch (error) {
    if (!isTooDeep(error)) throw error;
    return compileTooDeep(file, input);
  }
}

async function compileFile(file: VFile, input: DocumentInput): Promise<CompiledProblem> {
  const compilation = newCompilation(input);
  file.data.compilation = compilation;
  const tree = parseMarkdown(input.source);
  const hast = await pipeline.run(tree, file);
  const html = stringify(hast as import("hast").Root, compilation);
  const titleHtml = await renderTitle(file, compilation);
  return compiledProblem(file, compilation, html, titleHtml);
}

/** A page without content: nothing more can be said of a text whose bottom was not reached. */
function compileTooDeep(file: VFile, input: DocumentInput): CompiledProblem {
  const compilation = newCompilation(input);
  Object.assign(file, { messages: [] });
  file.data = { compilation, frontmatter: problemSchema.parse({}) } as typeof file.data;
  reportAt(file, input.source, deepestLine(input.source.text), nestedTooDeeply("text"));
  return compiledProblem(file, compilation, "", "");
}

function compiledProblem(
  file: VFile,
  compilation: Compilation,
  html: string,
  titleHtml: string,
): CompiledProblem {
  return {
    frontmatter: file.data.frontmatter as ProblemData,
    title: compilation.title,
    titleHtml,
    lead: compilation.lead,
    parts: compilation.parts,
    headings: compilation.headings,
    claims: compilation.claims,
    equations: compilation.equations,
    displays: compilation.displays,
    quantities: compilation.quantities,
    figures: compilation.figures,
    settings: compilation.settings,
    links: compilation.links,
    images: [...compilation.images].sort(),
    anchors: [...compilation.anchors.keys()],
    segments: cutSegments(html),
    mistakes: mistakesOf(file),
  };
}

function newCompilation(input: DocumentInput): Compilation {
  return {
    input,
    address: addressOf(input.source.path) ?? "",
    title: "",
    titleNodes: [],
    lead: "",
    parts: [],
    headings: [],
    claims: [],
    equations: [],
    displays: [],
    quantities: [],
    figures: [],
    settings: [],
    links: [],
    images: new Set(),
    formulas: [],
    anchors: new Map(),
  };
}

/** HTML of a tree. What KaTeX refused is left in it, and rehype-katex shows it as wrong. */
function stringify(tree: import("hast").Root, { input, formulas }: Compilation): string {
  rehypeKatex(katexOptions(input.macros))(tree, new VFile());
  return setFormulas(toHtml(tree, { allowDangerousHtml: true }), formulas);
}

const titlePipeline = unified().use(remarkFormulas).use(remarkRehype, { allowDangerousHtml: true }).freeze();

/** The title's HTML, with its formulas. */
async function renderTitle(file: VFile, compilation: Compilation): Promise<string> {
  const root: Root = { type: "root", children: [{ type: "paragraph", children: compilation.titleNodes }] };
  const hast = (await titlePipeline.run(root, file)) as import("hast").Root;
  const [paragraph] = hast.children;
  const children = paragraph?.type === "element" ? paragraph.children : [];
  return stringify({ type: "root", children }, compilation);
}
