import { expect, test } from "vitest";
import { siteAddress } from "../../layouts/site-address.ts";

const at = (baseURI: string, dataset: Record<string, string>) => ({ baseURI, documentElement: { dataset } });
const served = at("https://a.example/course/p/", { root: "/course/" });
const disk = at("file:///My%20folder/p/index.html", { root: "../", index: "index.html" });

test("a page, a file and a place are found under the path at which the site is served", () => {
  expect(siteAddress("q/#b", served)).toBe("https://a.example/course/q/#b");
  expect(siteAddress("search-index.js", served)).toBe("https://a.example/course/search-index.js");
  expect(siteAddress("", served)).toBe("https://a.example/course/");
});

test("from disk a folder's page is named", () => {
  expect(siteAddress("q/?x=1#b", disk)).toBe("file:///My%20folder/q/index.html?x=1#b");
  expect(siteAddress("", disk)).toBe("file:///My%20folder/index.html");
  expect(siteAddress("t/2B4K/", at("file:///f/index.html", { root: "./", index: "index.html" }))).toBe(
    "file:///f/t/2B4K/index.html",
  );
});

test("a colon in a file's name makes no scheme of it", () => {
  expect(siteAddress("a:b/", disk)).toBe("file:///My%20folder/a:b/index.html");
});
