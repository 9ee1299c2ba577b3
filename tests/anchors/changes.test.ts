import { describe, expect, test } from "vitest";
import { changesBetween } from "../../anchors/changes.ts";
import type { Entry } from "../../anchors/ledger.ts";

const entry: Entry = { tag: "7K3F", kind: "part", fingerprint: "00000000", addresses: ["hw/p1#a"] };
const moved: Entry = { ...entry, addresses: ["hw/p1#a", "hw/p2#b"] };
const retirement = { date: "2026-11-22", reason: "Joined to (b)" };
const retired: Entry = { ...moved, retirement };
const none = { added: [], moved: [], retired: [], lost: [] };

describe("between two states of a ledger", () => {
  test("nothing has happened where both are the same", () => {
    const other = { ...retired, tag: "9QRX" };
    expect(changesBetween([entry, other], [entry, other])).toEqual(none);
  });

  test("a new line is an addition, also a withdrawn one", () => {
    expect(changesBetween([], [entry])).toEqual({ ...none, added: [entry] });
    expect(changesBetween([], [retired])).toEqual({ ...none, added: [retired] });
  });

  test("another present address is a move, and a new fingerprint is none", () => {
    expect(changesBetween([entry], [moved])).toEqual({
      ...none,
      moved: [{ tag: "7K3F", from: "hw/p1#a", to: "hw/p2#b" }],
    });
    expect(changesBetween([entry], [{ ...entry, fingerprint: "11111111" }])).toEqual(none);
  });

  test("a withdrawal is told once, with its reason", () => {
    expect(changesBetween([entry], [retired])).toEqual({
      ...none,
      retired: [{ tag: "7K3F", from: "hw/p1#a", ...retirement }],
    });
  });

  test.each([
    ["its line is gone", [entry], [], "its line is gone from the ledger: put it back"],
    [
      "it was given to another kind of item",
      [entry],
      [{ ...entry, kind: "claim" }] as Entry[],
      "it was given to a claim; it was published for a part",
    ],
    [
      "its addresses were overwritten",
      [moved],
      [{ ...moved, addresses: ["hw/p9#a"] }] as Entry[],
      "its line was rewritten to `hw/p9#a`: keep its addresses, and write `moved to` behind them",
    ],
    [
      "it is in use after it was withdrawn",
      [retired],
      [moved],
      "it was withdrawn, and is in use again: a tag is never used twice",
    ],
  ])("a tag is lost where %s", (_, before, after, why) => {
    const { lost, ...rest } = changesBetween(before, after);
    expect(lost).toEqual([{ tag: "7K3F", from: before[0]?.addresses.at(-1), why }]);
    expect(rest).toEqual({ added: [], moved: [], retired: [] });
  });

  test("a tag is lost whose item has vanished", () => {
    expect(changesBetween([entry], [entry], new Set(["7K3F"])).lost).toEqual([
      { tag: "7K3F", from: "hw/p1#a", why: "its item is gone: `ansatz tags move` or `ansatz tags retire`" },
    ]);
  });
});
