import { describe, expect, test } from "vitest";
import {
  assignmentPage,
  coursePage,
  problemPage,
  referenceText,
  topicPage,
  topicsOf,
  topicsPage,
} from "../../course/pages.ts";
import { scorecardOf } from "../../course/problem-group.ts";
import { card, site } from "./sample-site.ts";

describe("a scorecard", () => {
  test("counts verdicts, the gravest first, and leaves out what nobody got", () => {
    const verdicts = ["correct", "wrong", "correct", "imprecise"] as const;
    expect(scorecardOf(verdicts.map((verdict) => ({ verdict })))).toEqual([
      { verdict: "wrong", count: 1 },
      { verdict: "imprecise", count: 1 },
      { verdict: "correct", count: 2 },
    ]);
    expect(scorecardOf([])).toEqual([]);
  });

  test("of a problem is the sum of its parts', and of a course that of its problems'", async () => {
    const all = await site();
    const [homework] = coursePage(all).groups;
    const [row] = homework?.rows ?? [];
    const correct = { verdict: "correct", count: 1 };
    expect(row).toMatchObject({
      scorecard: [{ verdict: "wrong", count: 2 }, correct],
      parts: [
        { name: "(a) Part", scorecard: [{ verdict: "wrong", count: 1 }, correct] },
        { name: "(b) Other", scorecard: [{ verdict: "wrong", count: 1 }] },
        { name: "Named", scorecard: [] },
      ],
    });
    expect(problemPage(all, card(all, "hw/one")).scorecard).toEqual([
      { verdict: "wrong", count: 2 },
      correct,
    ]);
    expect(homework?.scorecard).toEqual([{ verdict: "wrong", count: 2 }, correct]);
    expect(coursePage(all).scorecard).toEqual([{ verdict: "wrong", count: 2 }, correct]);
  });
});

describe("a problem's page", () => {
  test("names its neighbours in the order of the course, and ends at both ends", async () => {
    const all = await site();
    const pages = all.problems.map((each) => problemPage(all, each));
    expect(pages.map(({ address }) => address)).toEqual(["loose", "hw/one", "hw/three"]);
    expect(pages[0]?.previous).toBeUndefined();
    expect(pages[0]?.next).toEqual({ href: "../hw/one/", text: "Problem 1: First" });
    expect(pages[1]?.previous).toEqual({ href: "../../loose/", text: "Loose" });
    expect(pages[2]?.next).toBeUndefined();
  });

  test("stands in its assignment, if it has one", async () => {
    const all = await site();
    const { breadcrumbs, eyebrow, topics } = problemPage(all, card(all, "hw/one"));
    expect(breadcrumbs).toEqual([
      { href: "../../", text: "Course" },
      { href: "../", text: "Homework" },
    ]);
    expect(eyebrow).toBe("Homework · Problem 1");
    expect(topics[0]).toEqual({ href: "../../topics/kl-divergence/", text: "KL divergence" });
    expect(problemPage(all, card(all, "loose")).breadcrumbs).toEqual([{ href: "../", text: "Course" }]);
  });
});

describe("lists", () => {
  test("a problem that is said to be absent stands at its number", async () => {
    const all = await site();
    const [homework] = coursePage(all).groups;
    expect(homework?.rows.map((row) => [row.kind, row.number])).toEqual([
      ["problem", "1"],
      ["absent", "2"],
      ["problem", "3"],
    ]);
  });

  test("problems of no assignment have a group of their own", async () => {
    const all = await site();
    expect(coursePage(all).groups.map(({ title, rows }) => [title, rows.length])).toEqual([
      ["Homework", 3],
      ["Problems", 1],
    ]);
  });

  test("links in them are relative to the page that shows them", async () => {
    const all = await site();
    const [assignment] = all.assignments;
    if (assignment === undefined) throw new Error("No assignment");
    const [row] = assignmentPage(all, assignment).group.rows;
    expect(row).toMatchObject({
      href: "one/",
      parts: [{ href: "one/#a", name: "(a) Part" }, {}, { name: "Named" }],
    });
    expect(coursePage(all).groups[0]?.href).toBe("hw/");
  });

  test("topics that differ only in case are one, by the name that stands first", async () => {
    const all = await site();
    const topics = topicsOf(all);
    expect(topics.map(({ name, slug, problems }) => [name, slug, problems.length])).toEqual([
      ["Entropy", "entropy", 1],
      ["KL divergence", "kl-divergence", 2],
    ]);
    expect(topicsPage(all).topics.map(({ href, count }) => [href, count])).toEqual([
      ["entropy/", 1],
      ["kl-divergence/", 2],
    ]);
    const [, kl] = topics;
    if (kl === undefined) throw new Error("No topic");
    expect(topicPage(all, kl).group.rows.map((row) => row.kind === "problem" && row.href)).toEqual([
      "../../hw/one/",
      "../../hw/three/",
    ]);
  });
});

describe("the words of a link that was left empty", () => {
  test.each([
    ["hw/one", "", "problem 1"],
    ["hw/one", "a", "problem 1, part (a)"],
    ["hw/one", "named", "problem 1, Named"],
    ["hw/one", "eq:n", "problem 1, equation (1)"],
    ["hw/one", "B", "claim B"],
    ["loose", "", "Loose"],
    ["hw", "", "Homework"],
  ])("to /%s/#%s are “%s”", async (address, fragment, words) => {
    expect(referenceText(await site(), address, fragment)).toBe(words);
  });
});
