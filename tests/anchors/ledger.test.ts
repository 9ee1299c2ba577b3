import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Entry, footer, header, kinds, printLedger } from "../../anchors/ledger.ts";
import { parseLedger } from "../../anchors/parse-ledger.ts";
import { alphabet, isTag } from "../../anchors/tag-form.ts";
import { formatMistake } from "../../mistakes/mistake.ts";

const tag = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 4, maxLength: 4 }).filter(isTag);
const fingerprint = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 8, maxLength: 8 });
const word = fc.stringMatching(/^[a-zäλ][a-zäλ\d/:-]{0,12}$/);
const address = fc.tuple(word, word).map(([page, id]) => `${page}#${id}`);
const reason = fc.stringMatching(/^[\w“”:;#.,!-]+( [\w“”:;#.,!-]+){0,4}$/);
const retirement = fc.record(
  { date: fc.constant("2026-11-22"), see: address, reason },
  { requiredKeys: ["date", "reason"] },
);
const entry: fc.Arbitrary<Entry> = fc.record(
  {
    tag,
    kind: fc.constantFrom(...kinds),
    fingerprint,
    addresses: fc
      .tuple(address, fc.array(address, { maxLength: 2 }))
      .map(([a, more]) => [a, ...more] as const),
    retirement,
  },
  { requiredKeys: ["tag", "kind", "fingerprint", "addresses"] },
) as fc.Arbitrary<Entry>;
const entries = fc.uniqueArray(entry, { selector: (each) => each.tag, maxLength: 20 });

describe("a printed ledger", () => {
  test("is parsed back to the same entries, whatever they are", () => {
    fc.assert(
      fc.property(entries, (written) => {
        const read = parseLedger(printLedger(written)).entries.map(({ line: _, ...each }) => each);
        const sorted = [...written].sort((a, b) => (a.tag < b.tag ? -1 : 1));
        expect(read).toEqual(sorted);
      }),
    );
  });

  test("is the same in whatever order the entries come, and stays as it is when it is read and printed", () => {
    fc.assert(
      fc.property(entries, (written) => {
        const text = printLedger(written);
        expect(printLedger([...written].reverse())).toBe(text);
        expect(printLedger(parseLedger(text).entries)).toBe(text);
      }),
    );
  });

  test("changes in one line only when an entry is added", () => {
    fc.assert(
      fc.property(entries, (written) => {
        const [added, ...old] = written;
        fc.pre(added !== undefined);
        const lines = new Set(printLedger(old).split("\n"));
        expect(
          printLedger(written)
            .split("\n")
            .filter((line) => !lines.has(line)),
        ).toHaveLength(1);
      }),
    );
  });

  test("reads like this", () => {
    const base = { fingerprint: "3f9a01c2" } as const;
    const text = printLedger([
      { ...base, tag: "9QRX", kind: "experiment", addresses: ["hw/p2#fig-walk"] },
      { ...base, tag: "7K3F", kind: "part", addresses: ["hw/p2#b", "hw/p3#a"] },
      {
        ...base,
        tag: "CDF2",
        kind: "claim",
        addresses: ["hw/p2#P2-03"],
        retirement: { date: "2026-11-22", see: "hw/p3", reason: "Split into two: see there." },
      },
    ]);
    expect(text).toBe(`${header.join("\n")}
7K3F part       3f9a01c2 hw/p2#b moved to hw/p3#a
9QRX experiment 3f9a01c2 hw/p2#fig-walk
CDF2 claim      3f9a01c2 hw/p2#P2-03 retired 2026-11-22 see hw/p3: Split into two: see there.
# end
`);
  });
});

describe("bad ledgers are told by line, with a remedy", () => {
  const good = "7K3F part 3f9a01c2 hw/p2#b";
  const told = (...lines: string[]) =>
    parseLedger(`${[...header, ...lines, footer].join("\n")}\n`).mistakes.map(formatMistake);

  test("blank lines, other spacing, another order and Windows line ends are fine", () => {
    const text = [...header, "", "9QRX   claim 3f9a01c2   hw/p2#x  ", good, footer, ""].join("\r\n");
    const { entries: read, mistakes } = parseLedger(`\uFEFF${text}`);
    expect(mistakes).toEqual([]);
    expect(read.map((each) => [each.tag, each.line])).toEqual([
      ["9QRX", 4],
      ["7K3F", 5],
    ]);
  });

  test("a file that was cut off", () => {
    const whole = printLedger([
      { tag: "7K3F", kind: "part", fingerprint: "3f9a01c2", addresses: ["hw/p2#b"] },
      { tag: "9QRX", kind: "part", fingerprint: "3f9a01c2", addresses: ["hw/p2#c"] },
    ]);
    for (let length = 0; length < whole.length - 1; length++) {
      expect(parseLedger(whole.slice(0, length)).mistakes.map(({ rule }) => rule)).toContain(
        "ledger-truncated",
      );
    }
    expect(parseLedger(`${header.join("\n")}\n${good}\n`).mistakes.map(formatMistake)).toEqual([
      "content/tags.txt:3:1  error: The ledger is cut off: its last line `# end` is missing [ledger-truncated]\n" +
        "    hint: Restore the file from version control (`git restore content/tags.txt`); every line that is lost is a dead link.",
    ]);
  });

  test("a tag that a merge brought twice, for two items", () => {
    expect(told(good, "7K3F part 3f9a01c2 hw/p2#c")).toEqual([
      "content/tags.txt:4:1  error: The tag `7K3F` stands twice: also in line 3 [duplicate-tag]\n" +
        "    hint: Keep the line that was published first, delete the other, and run `ansatz tags`: its item gets a new tag.",
    ]);
  });

  test("a tag that stands twice for one item", () => {
    expect(told(good, "7K3F part aaaaaaaa hw/p2#b")).toEqual([
      "content/tags.txt:4:1  error: The tag `7K3F` stands twice: also in line 3 [duplicate-tag]\n" +
        "    hint: Both lines name one item: keep the line that was published, delete the other.",
    ]);
  });

  test("a tag that differs only in letter case, and one in small letters", () => {
    expect(told(good, "7k3f part 3f9a01c2 hw/p2#c")).toEqual([
      "content/tags.txt:4:1  error: The tag `7k3f` differs only in letter case from `7K3F` in line 3 [tag-case]\n" +
        "    hint: Keep the line that was published first, delete the other, and run `ansatz tags`: its item gets a new tag.",
    ]);
    expect(told("7k3f part 3f9a01c2 hw/p2#c")).toEqual([
      "content/tags.txt:3:1  error: The tag `7k3f` is written in small letters [tag-case]\n" +
        "    hint: Write `7K3F`; links to it work in any letter case.",
    ]);
  });

  test("two tags for one item; a second one is allowed where it was moved there", () => {
    expect(told(good, "9QRX part 3f9a01c2 hw/p2#b")).toEqual([
      "content/tags.txt:4:1  error: Two tags for one part: `hw/p2#b` has `7K3F` in line 3 already [two-tags]\n" +
        "    hint: If both were published, keep both and write `moved to hw/p2#b` behind this one; else delete the newer.",
    ]);
    expect(told(good, "9QRX part 3f9a01c2 hw/p2#c moved to hw/p2#b")).toEqual([]);
    expect(told(good, "9QRX part 3f9a01c2 hw/p2#b retired 2026-11-22: Withdrawn")).toEqual([]);
  });

  test("an unknown kind", () => {
    expect(told("7K3F  prat 3f9a01c2 hw/p2#b")).toEqual([
      "content/tags.txt:3:7  error: Unknown kind `prat` [ledger-kind]\n" +
        "    hint: Did you mean `part`? Known: `problem`, `part`, `equation`, `claim`, `experiment`.",
    ]);
  });

  test("an invalid tag", () => {
    expect(told("70OF part 3f9a01c2 hw/p2#b")).toEqual([
      "content/tags.txt:3:1  error: Invalid tag `70OF` [ledger-tag]\n" +
        "    hint: Delete the line and run `ansatz tags`, which chooses tags: four characters without look-alikes.",
    ]);
  });

  test.each([
    "7K3F part",
    "7K3F part 3f9a hw/p2#b",
    "7K3F part 3f9a01c2 hw/p2#b moved",
    "7K3F part 3f9a01c2 hw/p2#b retired: no date",
    "7K3F part 3f9a01c2 hw/p2#b retired 2026-11-22:",
  ])("a malformed line: %s", (line) => {
    expect(told(line)).toEqual([
      `content/tags.txt:3:1  error: Malformed line of the ledger: found \`${line}\` [ledger-line]\n` +
        "    hint: Expected tag, kind, fingerprint, address, as `7K3F part 3f9a01c2 homework/problem-2#b`, and perhaps " +
        "`moved to homework/problem-3#a` or `retired 2026-11-22: the reason`.",
    ]);
  });

  test("the marks of an unfinished merge", () => {
    expect(told("<<<<<<< HEAD", good)).toEqual([
      "content/tags.txt:3:1  error: A merge left its mark `<<<<<<<` in the ledger [ledger-merge]\n" +
        "    hint: Keep the lines of both sides, in any order, delete the marks, and run `ansatz tags`.",
    ]);
  });

  test("a comment, which would be lost", () => {
    expect(told("# do not touch")).toEqual([
      "content/tags.txt:3:1  error: A comment in the ledger, which would be lost when it is written next [ledger-line]\n" +
        "    hint: Delete it; the reason for a removal stands behind `retired`.",
    ]);
  });
});
