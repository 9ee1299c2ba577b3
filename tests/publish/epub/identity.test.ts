import { expect, test } from "vitest";
import { identify, uuidOf } from "../../../publish/epub/identity.ts";

const provenance = {
  commit: "0123456789abcdef",
  time: "2026-11-22T19:58:03Z",
  build: "b1",
  live: "https://course.example/",
  repository: undefined,
};
const page = { title: "Course", address: "homework" };
const whole = { solutions: "full", hints: "open" } as const;
const idOf = (...args: Parameters<typeof identify>) => identify(...args).identifier;

test("a name has the UUID of version 5 that RFC 9562 gives as its example", () => {
  const dns = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
  expect(uuidOf(dns, "www.example.com")).toBe("2ed6657d-e927-568b-95e1-2665a8aea6a2");
});

test("a newer edition is the same book with another time", () => {
  const newer = { ...provenance, commit: "fedc", build: "b2", time: "2026-12-01T08:00:00Z" };
  expect(idOf(newer, page, whole)).toBe(idOf(provenance, page, whole));
  expect(identify(newer, page, whole).modified).toBe("2026-12-01T08:00:00Z");
});

test("another address, and a copy without solutions, is another book", () => {
  const ids = [
    idOf(provenance, page, whole),
    idOf({ ...provenance, live: "https://other.example/" }, page, whole),
    idOf(provenance, { ...page, address: "exam" }, whole),
    idOf(provenance, page, { ...whole, solutions: "none" }),
    idOf(provenance, page, { ...whole, hints: "none" }),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});

test("without a commit, or with changes since, each build is a book of its own", () => {
  for (const lack of [{ commit: undefined, time: undefined }, { commit: "0123-dirty" }]) {
    const first = identify({ ...provenance, ...lack }, page, whole);
    const second = identify({ ...provenance, ...lack, build: "b2" }, page, whole);
    expect(second.identifier).not.toBe(first.identifier);
  }
});

test("without an address it is known by its repository, without one by its course's title", () => {
  const nowhere = { ...provenance, live: undefined };
  const kept = { ...nowhere, repository: "https://git.example/a" };
  expect(idOf(kept, page, whole)).not.toBe(idOf(nowhere, page, whole));
  expect(idOf(nowhere, { ...page, title: "Another" }, whole)).not.toBe(idOf(nowhere, page, whole));
});
