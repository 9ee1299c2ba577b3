import type { BlockContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { Node } from "unist";
import { element, text } from "./element.ts";

/** A block that a solution may hold: what it may say of itself, and what the page makes of it. */
export interface BlockRule {
  /** Attributes by name; the value tells what is wrong with a text, or undefined where it is right. */
  readonly attributes: Readonly<Record<string, (value: string) => string | undefined>>;
  readonly required?: readonly string[];
  render(block: ContainerDirective, context: BlockContext): Node;
}

/** What a block does not know of itself. */
export interface BlockContext {
  /** Which hint of its part this is, and of how many. */
  readonly hint: { readonly index: number; readonly of: number };
}

const isFlag = (value: string) => (["", "true"].includes(value) ? undefined : "Write it without a value.");
const isDate = (value: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
    ? undefined
    : "Write a date as `2026-11-22`.";
const isText = (value: string) => (value === "" ? "Write some text." : undefined);

/** The blocks that a solution may hold. Names are those of PreTeXt where it has one. */
export const blocks: ReadonlyMap<string, BlockRule> = new Map(
  Object.entries<BlockRule>({
    statement: {
      attributes: { reconstructed: isFlag },
      render: (block) =>
        section("statement", block, [
          text("Statement"),
          ...("reconstructed" in attributesOf(block)
            ? [text(" "), qualifier("reconstructed from the answer")]
            : []),
        ]),
    },
    hint: {
      attributes: {},
      render: (block, { hint }) => folded("hint", block, `Hint ${hint.index} of ${hint.of}`),
    },
    answer: { attributes: {}, render: (block) => folded("answer", block, "Answer") },
    solution: { attributes: {}, render: (block) => section("solution", block, [text("Solution")]) },
    annotation: {
      attributes: { by: isText },
      required: ["by"],
      render: (block) =>
        element("aside", { className: ["note", "note-annotation"], role: "note" }, [
          label([text(attributesOf(block)["by"] ?? "")]),
          ...block.children,
        ]),
    },
    correction: {
      attributes: { date: isDate },
      required: ["date"],
      render: (block) => {
        const date = attributesOf(block)["date"] ?? "";
        return section("correction", block, [
          text("Corrected on "),
          element("time", { dateTime: date }, [text(date)]),
        ]);
      },
    },
  }),
);

/** A directive's attributes; one without a value has the empty text. */
export function attributesOf(node: ContainerDirective): Record<string, string> {
  return Object.fromEntries(
    Object.entries(node.attributes ?? {}).map(([name, value]) => [name, value ?? ""]),
  );
}

function section(name: string, block: ContainerDirective, heading: Node[]): Node {
  return element("section", { className: ["block", `block-${name}`] }, [label(heading), ...block.children]);
}

function folded(name: string, block: ContainerDirective, heading: string): Node {
  const body = element("div", { className: ["block-body"] }, block.children as BlockContent[]);
  const summary = element("summary", {}, [element("span", { className: ["block-label"] }, [text(heading)])]);
  return element("details", { className: ["block", `block-${name}`] }, [summary, body]);
}

function label(children: Node[]): Node {
  return element("p", { className: ["block-label"] }, children);
}

function qualifier(words: string): Node {
  return element("span", { className: ["block-qualifier"] }, [text(words)]);
}
