import { expect, test } from "vitest";
import { parseElements } from "../../publish/html.ts";
import { noteHtml, plainNote, provenanceOf } from "../../publish/provenance.ts";

const of = (head: string) => provenanceOf(parseElements(`<!doctype html><head>${head}</head>`));
const commit = '<meta name="ansatz-commit" content="0123456789abcdef0123456789abcdef01234567-dirty">';
const build = '<meta name="ansatz-build" content="fedcba9876543210">';
const live = '<link rel="canonical" href="https://a.example/course/?a&amp;b">';
const repository = '<meta name="ansatz-repository" content="https://git.example/course">';

test("a copy names its commit, the build, and the live page, where errata appear", () => {
  expect(plainNote(of(commit + build + live + repository))).toBe(
    "A copy, made of commit 0123456789-dirty (build fedcba98). " +
      "The page that is kept up to date is https://a.example/course/?a&b; errata appear there.",
  );
});

test("without a live address, errata appear in the repository", () => {
  expect(plainNote(of(commit + repository))).toBe(
    "A copy, made of commit 0123456789-dirty. Errata appear in https://git.example/course.",
  );
});

test("without a repository, the copy says so", () => {
  expect(plainNote(of('<meta name="ansatz-commit" content="">'))).toBe(
    "A copy, made of sources outside of a repository. " +
      "The course names no address: ask whoever gave you this copy for errata and newer copies.",
  );
});

test("an address leads somewhere in HTML, and is escaped", () => {
  expect(noteHtml(of(live))).toContain(
    '<a href="https://a.example/course/?a&amp;b">https://a.example/course/?a&amp;b</a>; errata',
  );
});
