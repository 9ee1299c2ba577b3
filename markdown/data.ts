import type { z } from "astro/zod";
import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument, Scalar } from "yaml";
import { suggestion } from "../mistakes/suggest.ts";
import type { Finding } from "./compilation.ts";
import type { Source } from "./source.ts";

type Path = readonly PropertyKey[];
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
  const document = parseDocument(yaml.text, { lineCounter: new LineCounter(), prettyErrors: false });
  for (const error of document.errors) {
    reportAt(yaml.offset + error.pos[0], {
      rule: "yaml",
      what: `Invalid YAML: ${error.message.replace(/\.$/, "")}`,
      hint: "Text with a colon, a quote or a `#` in it wants quotes around it.",
    });
  }
  if (document.errors.length > 0) return undefined;
  const offsetOf = (path: Path) => yaml.offset + offsetInYaml(document, path);
  const result = schema.safeParse(document.toJS() ?? {});
  if (result.success) {
    return {
      value: result.data,
      offsetOf,
      sourceOf: (path) => scalarSource(source, yaml, nodeAt(document, path)),
    };
  }
  for (const issue of result.error.issues) reportIssue(issue, document, yaml.offset, schema, reportAt);
  return undefined;
}

function reportIssue(
  issue: z.core.$ZodIssue,
  document: Document.Parsed,
  offset: number,
  schema: z.ZodType,
  reportAt: ReportAt,
): void {
  const name = issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) {
      reportAt(offset + offsetInYaml(document, [...issue.path, key], true), {
        rule: "unknown-key",
        what: `Unknown key \`${key}\`${name === "" ? "" : ` in \`${name}\``}`,
        hint: suggestion(key, knownKeys(schema, issue.path)),
      });
    }
    return;
  }
  const found = document.getIn(issue.path);
  reportAt(offset + offsetInYaml(document, issue.path), {
    rule: found === undefined ? "missing-key" : "invalid-value",
    what:
      found === undefined
        ? `Missing key \`${name}\``
        : `Invalid value of \`${name}\`: found \`${JSON.stringify(found) ?? String(found)}\``,
    hint: describeIssue(issue),
  });
}

function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value") return `expected one of ${issue.values.map(String).join(", ")}`;
  if (issue.code === "invalid_type") return `expected a value of type ${issue.expected}`;
  return issue.message.replace(/\.$/, "");
}

/** The keys that a strict object schema knows at a path. */
function knownKeys(schema: z.ZodType, path: Path): string[] {
  const definition = (schema as unknown as { def: SchemaDefinition }).def;
  if (definition.type === "object" && path.length === 0) return Object.keys(definition.shape ?? {});
  const inner = definition.innerType ?? definition.in;
  if (inner !== undefined) return knownKeys(inner, path);
  const [key, ...rest] = path;
  const next = definition.type === "object" ? definition.shape?.[String(key)] : definition.element;
  return next === undefined ? [] : knownKeys(next, rest);
}

interface SchemaDefinition {
  readonly type: string;
  readonly shape?: Record<string, z.ZodType>;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
}

function nodeAt(document: Document.Parsed, path: Path): Node | undefined {
  return (document.getIn(path, true) as Node | undefined) ?? undefined;
}

/** Offset of the value at a path, or of its key; where the path ends early, of the last value on it. */
function offsetInYaml(document: Document.Parsed, path: Path, wantsKey = false): number {
  const parent = path.length === 0 ? undefined : document.getIn(path.slice(0, -1), true);
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
  yaml: { text: string; offset: number },
  node: Node | undefined,
): Source {
  if (!isScalar(node) || typeof node.value !== "string") throw new Error("Only strings are sources");
  const start = node.range?.[0] ?? 0;
  const isBlock = node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED;
  const text = node.value;
  if (!isBlock) {
    const quote = node.type === Scalar.PLAIN ? 0 : 1;
    return { path: source.path, text, locate: (at) => source.locate(yaml.offset + start + quote + at) };
  }
  const first = source.locate(yaml.offset + start);
  const lines = yaml.text.slice(start).split("\n").slice(1);
  const indent = /^ */.exec(lines.find((line) => line.trim() !== "") ?? "")?.[0].length ?? 0;
  return {
    path: source.path,
    text,
    locate(at) {
      const before = text.slice(0, at).split("\n");
      return { line: first.line + before.length, column: indent + (before.at(-1)?.length ?? 0) + 1 };
    },
  };
}
