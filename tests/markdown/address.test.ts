import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressOf, decodeLink, relativeLink } from "../../markdown/address.ts";

describe("addressOf", () => {
  test.each([
    ["content/homework/problem-2/index.md", "homework/problem-2"],
    ["content/homework/problem-2.md", "homework/problem-2"],
    ["content/kl.md", "kl"],
    ["content/homework/assignment.yaml", "homework"],
    ["content/übung/φ.md", "übung/φ"],
  ])("%s has /%s/", (path, address) => {
    expect(addressOf(path)).toBe(address);
  });

  test.each([
    "content/data.csv",
    "package.json",
    "content/../secret.md",
    "content/course.yaml",
    "other/kl.md",
  ])("%s is no page", (path) => {
    expect(addressOf(path)).toBeUndefined();
  });
});

describe("relativeLink", () => {
  test.each([
    ["homework/problem-2", "homework/problem-1", "a", "../problem-1/#a"],
    ["homework/problem-2", "homework/problem-2", "b", "#b"],
    ["homework/problem-2", "homework/problem-2", "", "./"],
    ["", "homework/problem-1", "", "homework/problem-1/"],
    ["homework/problem-1", "", "", "../../"],
    ["homework/problem-1", "homework", "", "../"],
    ["homework", "homework/problem-1", "a", "problem-1/#a"],
    ["a", "übung/50%", "", "../%C3%BCbung/50%25/"],
  ])("from /%s/ to /%s/#%s is %s", (from, to, fragment, link) => {
    expect(relativeLink(from, to, fragment)).toBe(link);
  });

  test("leads to its target under any base path, as a browser resolves it", () => {
    const name = fc.string({
      unit: fc.constantFrom("a", "b", "-", "ü", " ", "%", "#", "?"),
      minLength: 1,
      maxLength: 4,
    });
    const address = fc.array(name, { maxLength: 4 }).map((names) => names.join("/"));
    const page = (path: string) =>
      new URL(
        `https://example.org/base/${path === "" ? "" : `${path.split("/").map(encodeURIComponent).join("/")}/`}`,
      );
    fc.assert(
      fc.property(address, address, (from, to) => {
        expect(new URL(relativeLink(from, to), page(from)).href).toBe(page(to).href);
      }),
    );
  });
});

test("decodeLink undoes percent signs and leaves alone what they do not fit", () => {
  expect([decodeLink("%C3%BCber"), decodeLink("50%"), decodeLink("a")]).toEqual(["über", "50%", "a"]);
});
