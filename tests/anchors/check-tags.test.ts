import { describe, expect, test } from "vitest";
import { assignTags } from "../../anchors/assign.ts";
import { moveEntries, retireEntries } from "../../anchors/change.ts";
import { checkTags } from "../../anchors/check-tags.ts";
import { itemsOf, type TaggedPage } from "../../anchors/items.ts";
import { addressOfEntry, type Entry, type Ledger, printLedger } from "../../anchors/ledger.ts";
import { parseLedger } from "../../anchors/parse-ledger.ts";
import { formatMistake } from "../../mistakes/mistake.ts";
import { answer, divergences, divergencesPage, page } from "./course.ts";

const file = "content/homework/problem-2/index.md";
const before = await divergencesPage();
const ledger = ledgerOf(assignTags(itemsOf(before), []));

function ledgerOf(entries: readonly Entry[] | undefined): Ledger {
  return parseLedger(printLedger(entries ?? []));
}

function tagAt(address: string): string {
  return ledger.entries.find((entry) => addressOfEntry(entry) === address)?.tag ?? "";
}

function told(pages: readonly TaggedPage[], given: Ledger = ledger): string[] {
  const course = { problems: pages, assignments: [{ address: "homework" }] };
  return checkTags(course, given).map((mistake) => formatMistake({ ...mistake, line: 1 }));
}

describe("a course and its ledger", () => {
  test("agree when every item has its tag", () => {
    expect(told([before])).toEqual([]);
  });

  test("agree after titles, texts and the order on the page are edited", async () => {
    const edited = divergences
      .replace("Cover or seek", "Which plot is which?")
      .replace("How far", "How near");
    expect(told([await page(file, edited, answer)])).toEqual([]);
  });

  test("agree after the last reference to an equation is gone, and with it its number", async () => {
    expect(told([await page(file, divergences.replace("By [](#eq:kl) it", "It"), answer)])).toEqual([]);
  });

  test("a course without a ledger is told once how to get one", () => {
    expect(told([before], { entries: [], mistakes: [] })).toEqual([
      "content/tags.txt:1:1  warning: The course has no ledger of permanent tags; 6 items could have one [untagged]\n" +
        "    hint: Run `ansatz tags` and commit content/tags.txt.",
    ]);
  });

  test("an untagged item is a warning at its page, with the command to run", async () => {
    const other = await page("content/homework/problem-3.md", "# A\n\n## (a) B\n\n### (i) C\n");
    expect(told([before, other])).toEqual([
      "content/homework/problem-3.md:1:1  warning: 3 items without a permanent tag: the problem, part (a), part (a)(i) [untagged]\n" +
        "    hint: Run `ansatz tags` and commit content/tags.txt.",
    ]);
    expect(told([before], ledgerOf([]))[0]).toContain(
      "6 items without a permanent tag: the problem, part (a), part (b), 3 more",
    );
  });

  test("mistakes of the ledger come alone: without its lines nothing else can be judged", () => {
    expect(told([before], parseLedger("")).map((each) => each.split("[")[1]?.split("]")[0])).toEqual([
      "ledger-truncated",
    ]);
  });
});

describe("a tag whose item has vanished", () => {
  const b = tagAt("homework/problem-2#b");

  test("is an error that names the item that says the same now", async () => {
    const renamed = await page(file, divergences.replace("## (b)", "## (c)"), answer);
    expect(told([renamed])).toContain(
      `content/tags.txt:1:1  error: The tag \`${b}\` leads to the part \`homework/problem-2#b\`, which is gone; ` +
        "`homework/problem-2#c` says the same [vanished]\n" +
        `    hint: If it moved: \`ansatz tags move ${b} homework/problem-2#c\`. ` +
        `If it was deleted: \`ansatz tags retire ${b} "the reason"\`.`,
    );
    const moved = ledgerOf(moveEntries(ledger.entries, b, "homework/problem-2#c"));
    expect(told([renamed], moved)).toEqual([]);
  });

  test("is an error that names both remedies where nothing says the same", async () => {
    const shorter = await page(file, divergences.replace("## (b) Cover or seek\n", ""), answer);
    expect(told([shorter])).toEqual([
      `content/tags.txt:1:1  error: The tag \`${b}\` leads to the part \`homework/problem-2#b\`, which is gone [vanished]\n` +
        `    hint: If it moved: \`ansatz tags move ${b} homework/problem-2#a\`. ` +
        `If it was deleted: \`ansatz tags retire ${b} "the reason"\`.`,
    ]);
    const retired = retireEntries(ledger.entries, b, { date: "2026-11-22", reason: "Joined to (a)" });
    expect(told([shorter], ledgerOf(retired))).toEqual([]);
  });

  test("a page that moved takes all its tags along in one command", async () => {
    const moved = await divergencesPage("content/homework/problem-7/index.md");
    expect(told([moved])).toContain(
      "content/tags.txt:1:1  error: 6 tags lead to the page `homework/problem-2`, which is gone; `homework/problem-7` says the same [vanished]\n" +
        "    hint: If it moved: `ansatz tags move homework/problem-2 homework/problem-7`. " +
        'If it was deleted: `ansatz tags retire homework/problem-2 "the reason"`.',
    );
    const entries = moveEntries(ledger.entries, "homework/problem-2", "homework/problem-7");
    expect(told([moved], ledgerOf(entries))).toEqual([]);
  });

  test("is not reported where the page's own errors may be the cause", async () => {
    const broken = { ...answer, "grok.yaml": "claims: [" };
    expect(told([await page(file, divergences, broken)])).toEqual([]);
  });

  test("a part split in two keeps its tag at the first half; the second gets a new one", async () => {
    const split = divergences.replace("\n::experiment", "\n## (c) Seek\n\n::experiment");
    const pages = [await page(file, split, answer)];
    expect(told(pages)).toEqual([expect.stringContaining("1 item without a permanent tag: part (c)")]);
    const entries = [...ledger.entries, ...assignTags(pages.flatMap(itemsOf), ledger.entries)];
    expect(told(pages, ledgerOf(entries))).toEqual([]);
  });
});

describe("parts that exchange their letters", () => {
  const [a, b] = ["homework/problem-2#a", "homework/problem-2#b"].map(tagAt);
  const swapped = divergences
    .replace("## (a)", "## (x)")
    .replace("## (b)", "## (a)")
    .replace("## (x)", "## (b)");

  test("are noticed, and their tags can follow", async () => {
    const pages = [await page(file, swapped, answer)];
    expect(told(pages).toSorted()).toEqual(
      [
        `content/tags.txt:1:1  error: The tag \`${a}\` leads to \`homework/problem-2#a\`, but what it was given for now stands at \`homework/problem-2#b\` [exchanged]\n` +
          `    hint: Let the tag follow: \`ansatz tags move ${a} homework/problem-2#b\`. If tags should stay where they are: \`ansatz tags --accept\`.`,
        `content/tags.txt:1:1  error: The tag \`${b}\` leads to \`homework/problem-2#b\`, but what it was given for now stands at \`homework/problem-2#a\` [exchanged]\n` +
          `    hint: Let the tag follow: \`ansatz tags move ${b} homework/problem-2#a\`. If tags should stay where they are: \`ansatz tags --accept\`.`,
      ].toSorted(),
    );
    const once = moveEntries(ledger.entries, a ?? "", "homework/problem-2#b") ?? [];
    const twice = moveEntries(once, b ?? "", "homework/problem-2#a");
    expect(told(pages, ledgerOf(twice))).toEqual([]);
  });

  test("a part set in before others, which shifts their letters, is noticed too", async () => {
    const shifted = divergences
      .replace("## (b)", "## (c)")
      .replace("## (a)", "## (b)")
      .replace("## (b)", "## (a) New\n\n## (b)");
    expect(
      told([await page(file, shifted, answer)]).filter((each) => each.includes("[exchanged]")),
    ).toHaveLength(2);
  });
});

describe("a retired tag", () => {
  test("may lead on to an assignment, a problem or an anchor, and nowhere else", () => {
    const seeing = (see: string) => {
      const retirement = { date: "2026-11-22", reason: "Withdrawn", see };
      const entry: Entry = {
        tag: "CDF2",
        kind: "part",
        fingerprint: "00000000",
        addresses: ["x#a"],
        retirement,
      };
      return told([before], ledgerOf([...ledger.entries, entry]));
    };
    expect(seeing("homework")).toEqual([]);
    expect(seeing("homework/problem-2#P2-03")).toEqual([]);
    expect(seeing("homework/problem-3")).toEqual([
      "content/tags.txt:1:1  error: The retired tag `CDF2` leads on to `homework/problem-3`, which is not there [retired-nowhere]\n" +
        "    hint: Write another address behind `see`: `homework/problem-2`.",
    ]);
  });
});
