import { expect, test } from "vitest";
import { locate, relativeAddress } from "../../publish/address.ts";
import { listedSite } from "./sites.ts";

const files = ["index.html", "a/index.html", "a/b c#1.html", "ü/50%.css"];

test("a folder's address is its index.html, with or without a slash", () => {
  const site = listedSite(files);
  for (const address of ["/a/", "/a", "../a/", "./", "."]) {
    expect(locate(site, "a/index.html", address)).toEqual({ kind: "file", path: "a/index.html", tail: "" });
  }
});

test("query and fragment are kept", () => {
  const target = locate(listedSite(files), "index.html", "a/?x=1#b");
  expect(target).toEqual({ kind: "file", path: "a/index.html", tail: "?x=1#b" });
});

test("a base path is cut off, and an address beside it leads nowhere", () => {
  const site = listedSite(files, "/course/");
  expect(locate(site, "index.html", "/course/a/")).toMatchObject({ path: "a/index.html" });
  expect(locate(site, "a/index.html", "../")).toMatchObject({ path: "index.html" });
  expect(locate(site, "index.html", "/a/")).toEqual({ kind: "missing" });
  expect(locate(site, "index.html", "../../a/")).toEqual({ kind: "missing" });
});

test("an address within the page is here, one with a host or scheme is elsewhere", () => {
  const site = listedSite(files);
  for (const address of ["", "#b", "?x=1"]) expect(locate(site, "index.html", address).kind).toBe("here");
  for (const address of ["https://a.example/", "//a.example/", "mailto:a@b.example", "data:,"]) {
    expect(locate(site, "index.html", address).kind).toBe("elsewhere");
  }
});

test("what a percent sign breaks leads nowhere", () => {
  expect(locate(listedSite(files), "index.html", "50%.css")).toEqual({ kind: "missing" });
});

test("a relative address leads back to its file from every other file", () => {
  for (const from of files) {
    for (const to of files) {
      expect(locate(listedSite(files), from, relativeAddress(from, to))).toMatchObject({ path: to });
      expect(relativeAddress(from, to)).not.toMatch(/[ #%](?![0-9A-F]{2})/);
    }
  }
});
