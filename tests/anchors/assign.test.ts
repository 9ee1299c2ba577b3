import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assignTags, liveEntries, refreshFingerprints } from "../../anchors/assign.ts";
import { fingerprintOf, type Item, itemsOf } from "../../anchors/items.ts";
import { type Entry, printLedger } from "../../anchors/ledger.ts";
import { parseLedger } from "../../anchors/parse-ledger.ts";
import { divergencesPage, page } from "./course.ts";

/** A claim of some page. */
function claim(id: number): Item {
  const data = {
    id: `c${id}`,
    by: "reviewers",
    verdict: "wrong",
    quote: `quote ${id}`,
    summary: "",
  } as const;
  return {
    subject: { kind: "claim", claim: data },
    page: "hw/p1",
    fragment: data.id,
    address: `hw/p1#${data.id}`,
    fingerprint: fingerprintOf(data.quote),
    needsTag: true,
  };
}

const ids = fc.uniqueArray(fc.integer({ min: 0, max: 5_000 }), { maxLength: 60 });

describe("items", () => {
  test("are the problem, its parts, its labelled equations, its claims and its experiments", async () => {
    const found = itemsOf(await divergencesPage());
    expect(found.map(({ subject, address, needsTag }) => [subject.kind, address, needsTag])).toEqual([
      ["problem", "homework/problem-2", true],
      ["part", "homework/problem-2#a", true],
      ["part", "homework/problem-2#b", true],
      ["equation", "homework/problem-2#eq:kl", true],
      ["equation", "homework/problem-2#eq:unused", false],
      ["claim", "homework/problem-2#P2-03", true],
      ["experiment", "homework/problem-2#fig-walk", true],
    ]);
  });

  test("all lead to an anchor of their page", async () => {
    const each = await divergencesPage();
    const fragments = itemsOf(each).map(({ fragment }) => fragment);
    expect(each.compiled.anchors).toEqual(expect.arrayContaining(fragments.filter(Boolean)));
  });

  test("a file's name with white space or marks is one word of the ledger", async () => {
    const odd = await page("content/week 1/50% #2.md", "# A\n");
    expect(itemsOf(odd)[0]?.address).toBe("week%201/50%25%20%232");
  });

  test("parts without titles are told apart by their first displays", async () => {
    const bare = await page("content/x.md", "# X\n\n## (a)\n\n$$ 1+1=2 $$\n\n## (b)\n\n$$ 2+2=4 $$\n");
    const [, a, b] = itemsOf(bare);
    expect(a?.fingerprint).not.toBe(b?.fingerprint);
  });

  test("white space does not change a fingerprint", () => {
    expect(fingerprintOf(" Cover\n  or seek ")).toBe(fingerprintOf("Cover or seek"));
  });
});

describe("assigning tags", () => {
  test("gives every item one tag, no two the same", () => {
    fc.assert(
      fc.property(ids, (some) => {
        const added = assignTags(some.map(claim), []);
        expect(added).toHaveLength(some.length);
        expect(new Set(added.map(({ tag }) => tag)).size).toBe(some.length);
        expect(parseLedger(printLedger(added)).mistakes).toEqual([]);
      }),
    );
  });

  test("does not depend on the order in which the items are found", () => {
    fc.assert(
      fc.property(ids, (some) => {
        const items = some.map(claim);
        expect(assignTags(items.toReversed(), [])).toEqual(assignTags(items, []));
      }),
    );
  });

  test("adds nothing the second time, and touches no line that is there", () => {
    fc.assert(
      fc.property(ids, ids, (some, more) => {
        const first = assignTags(some.map(claim), []);
        const items = [...some, ...more].map(claim);
        const second = [...first, ...assignTags(items, first)];
        expect(assignTags(items, second)).toEqual([]);
        expect(printLedger(second).split("\n")).toEqual(
          expect.arrayContaining(printLedger(first).split("\n")),
        );
      }),
    );
  });

  test("never gives a tag again, of whatever became of the item that had it", () => {
    const [first] = assignTags([claim(1)], []);
    const moved = { ...first, addresses: ["hw/p1#c1", "hw/p9#c1"] } as Entry;
    const retired = { ...first, retirement: { date: "2026-11-22", reason: "Withdrawn" } } as Entry;
    for (const entry of [moved, retired]) {
      const [again] = assignTags([claim(1)], [entry]);
      expect(again?.addresses).toEqual(["hw/p1#c1"]);
      expect(again?.tag).not.toBe(first?.tag);
    }
  });

  test("an equation without a number gets none, and keeps the one it has", async () => {
    const items = itemsOf(await divergencesPage());
    expect(assignTags(items, []).some(({ addresses }) => addresses[0].endsWith("eq:unused"))).toBe(false);
  });

  test("an item's own tag comes before one that was moved to it", () => {
    const own: Entry = { tag: "9QRX", kind: "part", fingerprint: "00000000", addresses: ["p#a"] };
    const moved: Entry = { ...own, tag: "7K3F", addresses: ["p#b", "p#a"] };
    expect(liveEntries([moved, own]).get("part p#a")).toBe(own);
  });
});

describe("refreshing fingerprints", () => {
  test("follows an edited text, and leaves vanished items' as they were", async () => {
    const before = await page("content/x.md", "# X\n\n## (a) Old\n\n## (b) Other\n");
    const after = await page("content/x.md", "# X\n\n## (a) New\n");
    const entries = assignTags(itemsOf(before), []);
    const fresh = refreshFingerprints(itemsOf(after), entries);
    const fingerprints = (list: Entry[], at: string) =>
      list.find(({ addresses }) => addresses[0] === at)?.fingerprint;
    expect(fingerprints(fresh, "x#a")).toBe(fingerprintOf("New"));
    expect(fingerprints(fresh, "x#b")).toBe(fingerprintOf("Other"));
  });
});
