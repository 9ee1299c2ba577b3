import { describe, expect, test } from "vitest";
import { forumHome, linkToCommit, linkToEdit, linkToForum, linkToReport } from "../../anchors/outside.ts";
import { courseSchema } from "../../course/schemas.ts";

const subject = { tag: "7K3F", title: "Problem 2 (b): a & b = c#d", link: "https://course.example/t/7K3F/" };
const commit = { hash: "3f9a01c2", isDirty: false };

describe("where readers write about a part", () => {
  test.each([
    ["https://github.com/o/course", "https://github.com/o/course/issues/new", "title", "body"],
    ["https://github.com/o/course.git", "https://github.com/o/course/issues/new", "title", "body"],
    [
      "https://gitlab.com/o/course/",
      "https://gitlab.com/o/course/-/issues/new",
      "issue[title]",
      "issue[description]",
    ],
    ["https://codeberg.org/o/course", "https://codeberg.org/o/course/issues/new", "title", "body"],
  ])("a report in %s has its tag, its title and its link filled in", (repository, page, title, body) => {
    const report = new URL(linkToReport(repository, subject));
    expect(report.origin + report.pathname).toBe(page);
    expect(report.searchParams.get(title)).toBe("Problem 2 (b): a & b = c#d [7K3F]");
    expect(report.searchParams.get(body)).toBe("https://course.example/t/7K3F/\n\n");
    expect(report.hash).toBe("");
  });

  test("a question in a forum fills in what its address asks for, and nothing else", () => {
    const topic = new URL(
      linkToForum("https://f.example/new-topic?title={title}&body={body}&tags={tag}", subject),
    );
    expect(topic.searchParams.get("title")).toContain("a & b = c#d");
    expect(topic.searchParams.get("tags")).toBe("7K3F");
    expect(linkToForum("https://f.example/c/course", subject)).toBe("https://f.example/c/course");
    expect(linkToForum("https://f.example/{other}", subject)).toBe("https://f.example/{other}");
  });

  test("a blank of the forum's address that nothing fills in is a mistake in the course's file", () => {
    const errors = (forum: string) =>
      courseSchema.safeParse({ title: "Chance", forum }).error?.issues.map(({ message }) => message) ?? [];
    expect(errors("https://f.example/new-topic?title={title}&body={body}")).toEqual([]);
    expect(errors("https://f.example/new-topic?title={titel}")).toEqual([
      "expected no other blanks than {tag}, {title}, {link} and {body}",
    ]);
  });

  test("the forum's own page is its address, or its host where the address is a form", () => {
    expect(forumHome("https://f.example/c/course")).toBe("https://f.example/c/course");
    expect(forumHome("https://f.example/new-topic?title={title}")).toBe("https://f.example/");
  });

  test("the source is shown at its line, whatever characters its path has", () => {
    expect(linkToEdit("https://github.com/o/c", "content/hw/größe 1.md", 12)).toBe(
      "https://github.com/o/c/blob/HEAD/content/hw/gr%C3%B6%C3%9Fe%201.md?plain=1#L12",
    );
  });

  test("a version is linked if the repository is known and holds it", () => {
    expect(linkToCommit("https://github.com/o/c", commit)).toBe("https://github.com/o/c/commit/3f9a01c2");
    expect(linkToCommit("https://gitlab.com/o/c", commit)).toBe("https://gitlab.com/o/c/-/commit/3f9a01c2");
    expect(linkToCommit("https://github.com/o/c", { ...commit, isDirty: true })).toBeUndefined();
    expect(linkToCommit(undefined, commit)).toBeUndefined();
  });
});
