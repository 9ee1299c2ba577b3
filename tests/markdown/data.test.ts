import { z } from "astro/zod";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import type { Finding } from "../../markdown/compilation.ts";
import { parseData } from "../../markdown/data.ts";
import { fileSource } from "../../markdown/source.ts";

const schema = z.strictObject({
  title: z.string().min(1),
  kind: z.enum(["a", "b"]).default("a"),
  level: z.number().int().min(1).max(5).optional(),
  notes: z.array(z.strictObject({ text: z.string() })).default([]),
});

/** Parses YAML behind one line of something else, as frontmatter stands. Findings as `line:column rule what`. */
function parse(yaml: string) {
  const source = fileSource("content/a.yaml", `---\n${yaml}`);
  const findings: string[] = [];
  const data = parseData(source, { text: yaml, offset: 4 }, schema, (offset: number, finding: Finding) => {
    const { line, column } = source.locate(offset);
    findings.push(`${line}:${column} ${finding.rule}: ${finding.what}. ${finding.hint}`);
  });
  return { data, findings, source };
}

describe("parseData places a mistake", () => {
  test.each([
    ["in the YAML itself", 'title: "a\n', '3:1 yaml: Invalid YAML: Missing closing `"`.'],
    [
      "at a key that is given twice",
      "title: a\ntitle: b\n",
      "3:1 yaml: Invalid YAML: Map keys must be unique. Remove one",
    ],
    [
      "at an unknown key",
      "title: a\nnotes:\n  - text: x\n    txet: y\n",
      "5:5 unknown-key: Unknown key `txet` in entry 1 of `notes`. Did you mean `text`?",
    ],
    [
      "at a value of the wrong type",
      "title: [a]\n",
      '2:8 invalid-value: Invalid value of `title`: found `["a"]`. Expected text.',
    ],
    [
      "at a value that is none of a list",
      "title: a\nkind: c\n",
      '3:7 invalid-value: Invalid value of `kind`: found `"c"`. Expected one of a, b.',
    ],
    [
      "at a number that is too big",
      "title: a\nlevel: 6\n",
      "3:8 invalid-value: Invalid value of `level`: found `6`. Expected at most 5.",
    ],
    [
      "at an empty text",
      'title: ""\n',
      '2:8 invalid-value: Invalid value of `title`: found `""`. Expected some text.',
    ],
    [
      "where a key is missing, at what should hold it",
      "title: a\nnotes:\n  - {}\n",
      "4:5 missing-key: Missing key `text` in entry 1 of `notes`. Write `text: …`; expected text.",
    ],
    [
      "at a key that means something to JavaScript",
      "title: a\n__proto__: b\n",
      "3:1 unknown-key: Unknown key `__proto__`.",
    ],
  ])("%s", (_, yaml, start) => {
    const { data, findings } = parse(yaml);
    expect(data).toBeUndefined();
    expect(findings).toHaveLength(1);
    expect(findings[0]?.slice(0, start.length)).toBe(start);
  });

  test("all mistakes come at once", () => {
    expect(parse("kind: c\nlevel: 9\nother: 1\n").findings).toHaveLength(4);
  });

  test("YAML that multiplies itself by aliases is refused, and nothing breaks", () => {
    const bomb = Array.from({ length: 9 }, (_, n) =>
      n === 0
        ? "a0: &a0 [x, x, x, x, x, x, x, x, x]"
        : `a${n}: &a${n} [${Array(9)
            .fill(`*a${n - 1}`)
            .join(", ")}]`,
    );
    expect(parse(`${bomb.join("\n")}\n`).findings).not.toEqual([]);
  });
});

describe("sourceOf knows where each character of a text stands", () => {
  const styles: readonly [title: string, yaml: string][] = [
    ["plain", "title: a needle\n"],
    ["plain, on two lines", "title: a\n  needle\n"],
    ["in double quotes", 'title: "a \\"b\\" \\u00e9 needle"\n'],
    ["in single quotes", "title: 'it''s a needle'\n"],
    ["in a block", "title: |\n  first\n\n    second needle\n"],
    ["in a block behind a comment", "title: |- # why\n  needle\n"],
    ["in a folded block", "title: >\n  first\n  second\n\n  third needle\n"],
    ["behind an alias", "notes: [{text: &x a needle}]\ntitle: *x\n"],
  ];

  test.each(styles)("%s", (_, yaml) => {
    const { data, source } = parse(yaml);
    const title = data?.sourceOf(["title"]);
    const place = title?.locate(title.text.indexOf("needle"));
    expect(title?.text).toContain("needle");
    expect(place).toEqual(source.locate(source.text.indexOf("needle")));
  });

  test("of whatever text, in whatever style YAML chooses for it, letters are placed at themselves", () => {
    const word = fc.string({
      unit: fc.constantFrom("a", "b", "é", "$", " ", "\n", "'", '"', ":", "#", "-"),
      maxLength: 40,
    });
    fc.assert(
      fc.property(word, (around) => {
        const { data, source } = parse(stringify({ title: `${around}Q${around}` }));
        const title = data?.sourceOf(["title"]);
        expect(title?.text).toBe(`${around}Q${around}`);
        expect(title?.locate(around.length)).toEqual(source.locate(source.text.indexOf("Q")));
      }),
      { numRuns: 300 },
    );
  });
});
