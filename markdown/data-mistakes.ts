import type { z } from "astro/zod";
import type { YAMLParseError } from "yaml";
import { suggestion } from "../mistakes/suggest.ts";
import type { Finding } from "./compilation.ts";
import { knownKeys } from "./schema-keys.ts";

export type Path = readonly PropertyKey[];

/** What is wrong with some data: where in it, at the key or at the value, and what. */
export interface DataFinding {
  readonly path: Path;
  readonly at: "key" | "value";
  readonly finding: Finding;
}

/** What the YAML parser says, with a remedy. */
export function describeYamlError(error: YAMLParseError): Finding {
  const words = error.message.replace(/\.$/, "").replace(/ (["'])quote$| (\])$/, " `$1$2`");
  return { rule: "yaml", what: `Invalid YAML: ${words}`, hint: yamlHints[error.code] ?? quotesHint };
}

const quotesHint = "Text with a colon, a quote or a `#` in it wants quotes around it.";
/** What to do about a backslash that YAML takes for the beginning of an escape. */
export const escapeHint = "In double quotes a backslash is an escape: use single quotes, or a `|` block.";
const yamlHints: Partial<Record<string, string>> = {
  BAD_DQ_ESCAPE: escapeHint,
  DUPLICATE_KEY: "Remove one of the two.",
  MISSING_CHAR: "A quote or a bracket that is opened before this place is not closed.",
  BAD_INDENT: "A bracket that is opened before this place is not closed, or the lines are indented unevenly.",
  TAB_AS_INDENT: "Indent with spaces.",
  MULTIPLE_DOCS: "Remove the line `---` or `...`: a file holds one document.",
};

/** What a schema found wrong; `found` reads the data at a path. */
export function describeIssues(
  issues: readonly z.core.$ZodIssue[],
  schema: z.ZodType,
  found: (path: Path) => unknown,
): DataFinding[] {
  return issues.flatMap((issue) => unravel(issue, found)).flatMap((issue) => describe(issue, schema, found));
}

function describe(issue: z.core.$ZodIssue, schema: z.ZodType, found: (path: Path) => unknown): DataFinding[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => unknownKey([...issue.path, key], knownKeys(schema, issue.path)));
  }
  const { path } = issue;
  const name = namePath(path);
  if (issue.code === "invalid_key") {
    const words = issue.issues.map(({ message }) => message).join(", ");
    const finding = { rule: "invalid-key", what: `Invalid key ${name}`, hint: sentence(words) };
    return [{ path, at: "key", finding }];
  }
  const value = found(path);
  const isMissing = value === undefined;
  const finding = {
    rule: isMissing ? "missing-key" : "invalid-value",
    what: isMissing ? `Missing key ${name}` : `Invalid value of ${name}: found \`${show(value)}\``,
    hint: sentence(
      `${isMissing ? `write \`${String(path.at(-1))}: …\`; ` : ""}${expectation(issue, schema)}`,
    ),
  };
  return [{ path, at: "value", finding }];
}

function unknownKey(path: Path, known: readonly string[]): DataFinding {
  const finding = {
    rule: "unknown-key",
    what: `Unknown key ${namePath(path)}`,
    hint: suggestion(String(path.at(-1)), known),
  };
  return { path, at: "key", finding };
}

/** The issues of the alternative that comes nearest to the data; where none does, the union's own issue. */
function unravel(issue: z.core.$ZodIssue, found: (path: Path) => unknown): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const near = issue.errors.find(
    (errors) => !errors.some(({ code, path }) => code === "invalid_type" && path.length === 0),
  );
  if (near === undefined) return [issue];
  return near.flatMap((each) =>
    unravel({ ...each, path: [...issue.path, ...each.path] } as z.core.$ZodIssue, found),
  );
}

const typeNames: Partial<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  array: "a list, as `[a, b]`",
  object: "keys and values",
  record: "keys and values",
};

function expectation(issue: z.core.$ZodIssue, schema: z.ZodType): string {
  const { message } = issue;
  if (issue.code === "invalid_value") return `expected one of ${issue.values.map(String).join(", ")}`;
  if (issue.code === "invalid_type" && message.startsWith("Invalid input")) {
    const example = issue.expected === "object" ? exampleOf(issue.path, schema) : "";
    return `expected ${typeNames[issue.expected] ?? issue.expected}${example}`;
  }
  if (issue.code === "invalid_union" && message.startsWith("Invalid input")) {
    const names = issue.errors
      .flat()
      .map((each) => ({ ...each, path: [...issue.path, ...each.path] }) as z.core.$ZodIssue)
      .map((each) => expectation(each, schema).replace(/^expected /, ""));
    return `expected ${[...new Set(names)].join(" or ")}`;
  }
  if (issue.code === "too_small" && issue.origin === "string") return "expected some text";
  if (issue.code === "too_small") return `expected at least ${issue.minimum}`;
  if (issue.code === "too_big") return `expected at most ${issue.maximum}`;
  return message;
}

/** “, as `licence: { content: … }`”: the first key that an object may hold, in its place. */
function exampleOf(path: Path, schema: z.ZodType): string {
  const [key] = knownKeys(schema, path);
  if (key === undefined) return "";
  const last = path.at(-1);
  if (last === undefined) return `, as \`${key}: …\``;
  return `, as \`${typeof last === "number" ? "-" : `${String(last)}:`} { ${key}: … }\``;
}

/** “`quote` in entry 1 of `claims`”; entries count from 1. */
function namePath(path: Path): string {
  const [last, ...outer] = path.toReversed();
  if (last === undefined) return "the data";
  const within = outer.length === 0 ? "" : namePath(outer.toReversed());
  if (typeof last === "number") return `entry ${last + 1} of ${within}`;
  return within === "" ? `\`${String(last)}\`` : `\`${String(last)}\` in ${within}`;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.$/, "")}.`;
}
