import { expect, test } from "vitest";
import { readBuiltSite } from "../../../publish/built-site.ts";
import { Obstacles } from "../../../publish/folder/obstacle.ts";
import { followLink } from "../../../publish/single/links.ts";
import { writeSite } from "../sites.ts";

const files = {
  "index.html": '<html data-root="/c/">',
  "hw/index.html": "",
  "hw/p/index.html": "",
  "hw/q/index.html": "",
  "a.pdf": "",
  "t/2B4K/index.html": '<meta http-equiv="refresh" content="0; url=../../hw/p/?x=1&amp;y=2#b">',
  "t/3C5L/index.html": '<meta http-equiv="refresh" content="0; url=../../hw/q/">',
};

/** Follows links from `hw/p`, which is in the file of `hw`; `b` there is called `p-b`. */
async function follow(address: string, live?: string) {
  const site = await readBuiltSite(await writeSite(files));
  const inside = new Map([
    ["hw/index.html", { anchor: "main", renamed: new Map<string, string>() }],
    ["hw/p/index.html", { anchor: "p", renamed: new Map([["b", "p-b"]]) }],
  ]);
  const obstacles = new Obstacles(site, "hw/p/index.html", "");
  const href = await followLink({ site, live, inside }, "hw/p/index.html", address, { obstacles, offset: 0 });
  return obstacles.found.length > 0 ? obstacles.found.map(({ rule }) => rule) : href;
}

test("a link to what is in the file leads into the file, by the name that a place has there", async () => {
  expect(await follow("#b")).toBe("#p-b");
  expect(await follow("?x=1#c")).toBe("#c");
  expect(await follow("../")).toBe("#main");
  expect(await follow("/c/hw/p/")).toBe("#p");
  expect(await follow("/c/hw/p/#b")).toBe("#p-b");
});

test("a link to another page leads to the live one, or nowhere", async () => {
  expect(await follow("../q/?x=1#b", "https://a.example/c/")).toBe("https://a.example/c/hw/q/?x=1#b");
  expect(await follow("/c/", "https://a.example/c/")).toBe("https://a.example/c/");
  expect(await follow("/c/a.pdf", "https://a.example/c/")).toBe("https://a.example/c/a.pdf");
  expect(await follow("../q/#b")).toBeUndefined();
});

test("a tag leads to its live page, without one to its place in the file", async () => {
  expect(await follow("/c/t/2B4K/", "https://a.example/c/")).toBe("https://a.example/c/t/2B4K/");
  expect(await follow("/c/t/2B4K/")).toBe("#p-b");
  expect(await follow("/c/t/3C5L/")).toBeUndefined();
});

test("a link to another host stays, one to a file of this machine is refused", async () => {
  expect(await follow("https://b.example/?a#b")).toBe("https://b.example/?a#b");
  expect(await follow("mailto:a@b.example")).toBe("mailto:a@b.example");
  expect(await follow("file:///home/a")).toEqual(["other-host"]);
  expect(await follow("../gone/")).toEqual(["missing-file"]);
});
