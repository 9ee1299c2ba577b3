import type { Root, Yaml } from "mdast";
import type { VFile } from "vfile";
import { compilationOf, report, reportAt } from "./compilation.ts";
import { parseData } from "./data.ts";
import { type ProblemData, problemSchema } from "./problem-schema.ts";
import type { Source } from "./source.ts";

declare module "vfile" {
  interface DataMap {
    frontmatter: ProblemData;
    /** The title in the frontmatter. */
    titleSource: Source | undefined;
    /** Whether there is frontmatter that could not be used. */
    isFrontmatterRefused: boolean;
  }
}

/**
 * Takes the frontmatter out of the tree and checks it against the problem schema.
 *
 * In:  `titel: KL` → mistake: unknown key `titel`, did you mean `title`?
 */
export default function remarkFrontmatterChecked() {
  return (tree: Root, file: VFile): void => {
    const { source } = compilationOf(file).input;
    const [first] = tree.children;
    const yaml: Yaml | undefined = first?.type === "yaml" ? first : undefined;
    if (yaml !== undefined) tree.children.shift();
    const offset = source.text.indexOf("\n") + 1;
    const data =
      yaml === undefined
        ? undefined
        : parseData(source, { text: yaml.value, offset }, problemSchema, (at, finding) =>
            reportAt(file, source, at, finding),
          );
    file.data.frontmatter = data?.value ?? problemSchema.parse({});
    const isUnclosed = yaml === undefined && /^---\s*$/.test(source.text.split("\n", 1)[0] ?? "");
    if (isUnclosed) reportUnclosed(tree, file);
    file.data.titleSource = data?.value.title === undefined ? undefined : data.sourceOf(["title"]);
    file.data.isFrontmatterRefused = isUnclosed || (yaml !== undefined && data === undefined);
  };
}

function reportUnclosed(tree: Root, file: VFile): void {
  report(file, tree, {
    rule: "unclosed-frontmatter",
    what: "Frontmatter opened by `---` in the first line is not closed",
    hint: "Write `---` on a line of its own behind the last key.",
  });
}
