import type { z } from "astro/zod";
import { type Document, isAlias, isMap, isScalar, type Node, parseDocument, Scalar } from "yaml";
import type { Finding } from "./compilation.ts";
import { describeIssues, describeYamlError, type Path } from "./data-mistakes.ts";
import { alignValue, type Source } from "./source.ts";

type ReportAt = (offset: number, finding: Finding) => void;

/** Checked data from YAML that still knows where each value stands. */
export interface Data<T> {
  readonly value: T;
  /** The offset in the source of the value at a path, or of its nearest ancestor. */
  offsetOf(path: Path): number;
  /** A string of the data as a source of its own, so that mistakes inside it get their true line and column. */
  sourceOf(path: Path): Source;
}

/**
 * Parses YAML against a strict schema. `offset` is where the YAML begins in the source (frontmatter). Every mistake
 * is reported with its place; the result is undefined where there was any.
 */
export function parseData<T>(
  source: Source,
  yaml: { readonly text: string; readonly offset: number },
  schema: z.ZodType<T>,
  reportAt: ReportAt,
): Data<T> | undefined {
  const document = parseDocument(yaml.text, { prettyErrors: false, logLevel: "error" });
  for (const error of document.errors) reportAt(yaml.offset + error.pos[0], describeYamlError(error));
  if (document.errors.length > 0) return undefined;
  const result = schema.safeParse(toPlain(document) ?? {});
  if (result.success) {
    return {
      value: result.data,
      offsetOf: (path) => yaml.offset + offsetInYaml(document, path),
      sourceOf: (path) => scalarSource(source, yaml, nodeAt(document, path)),
    };
  }
  const found = (path: Path) => (path.length === 0 ? toPlain(document) : document.getIn(path));
  for (const { path, at, finding } of describeIssues(result.error.issues, schema, found)) {
    reportAt(yaml.offset + offsetInYaml(document, path, at === "key"), finding);
  }
  return undefined;
}

/** The document as plain data. YAML that multiplies itself by aliases is no data of ours: it reads as its text. */
function toPlain(document: Document.Parsed): unknown {
  try {
    return document.toJS();
  } catch {
    return "aliases of aliases";
  }
}

/** The node at a path; an alias gives the node that it stands for. */
function nodeAt(document: Document.Parsed, path: Path): Node | undefined {
  let node = document.contents as Node | null | undefined;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document);
    node = (node as { get?(key: unknown, keep: true): Node } | null | undefined)?.get?.(key, true);
  }
  return (isAlias(node) ? node.resolve(document) : node) ?? undefined;
}

/** Offset of the value at a path, or of its key; where the path ends early, of the last value on it. */
function offsetInYaml(document: Document.Parsed, path: Path, wantsKey = false): number {
  const parent = path.length === 0 ? undefined : nodeAt(document, path.slice(0, -1));
  const pair = isMap(parent)
    ? parent.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1))
    : undefined;
  const key = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
  if (wantsKey && key !== undefined) return key;
  const own = nodeAt(document, path)?.range?.[0] ?? key;
  if (own !== undefined) return own;
  return path.length === 0 ? (document.contents?.range?.[0] ?? 0) : offsetInYaml(document, path.slice(0, -1));
}

/** A scalar's text with the places of its characters in the file. */
function scalarSource(
  source: Source,
  yaml: { readonly text: string; readonly offset: number },
  node: Node | undefined,
): Source {
  if (!isScalar(node) || typeof node.value !== "string") throw new Error("Only strings are sources");
  const [start = 0, end = 0] = node.range ?? [];
  const { path } = source;
  const text = node.value;
  if (node.type === Scalar.BLOCK_LITERAL)
    return { path, text, locate: locateInBlock(source, yaml, start, text) };
  const slice = yaml.text.slice(start, end);
  const header =
    node.type === Scalar.BLOCK_FOLDED ? slice.indexOf("\n") + 1 : node.type === Scalar.PLAIN ? 0 : 1;
  const offsets = alignValue(text, slice.slice(header));
  return {
    path,
    text,
    locate: (at) => source.locate(yaml.offset + start + header + (offsets[Math.min(at, text.length)] ?? 0)),
  };
}

/** Places in a block scalar with `|`: its lines are the file's own, all indented alike. */
function locateInBlock(source: Source, yaml: { text: string; offset: number }, start: number, text: string) {
  const first = source.locate(yaml.offset + start);
  const indent = indentation(yaml.text.slice(start).split("\n").slice(1)) - indentation(text.split("\n"));
  return (at: number) => {
    const before = text.slice(0, at).split("\n");
    return { line: first.line + before.length, column: indent + (before.at(-1)?.length ?? 0) + 1 };
  };
}

/** Spaces before the first line that is not blank. */
function indentation(lines: readonly string[]): number {
  return /^ */.exec(lines.find((line) => line.trim() !== "") ?? "")?.[0].length ?? 0;
}
