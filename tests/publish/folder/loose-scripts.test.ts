import { expect, test } from "vitest";
import { readBuiltSite } from "../../../publish/built-site.ts";
import { checkLooseScripts, isData } from "../../../publish/folder/loose-scripts.ts";
import { writeSite } from "../sites.ts";

async function look(code: string, modules: readonly string[] = []) {
  const site = await readBuiltSite(await writeSite({ "index.html": '<html data-root="/">', "a.js": code }));
  return checkLooseScripts(site, ["index.html", "a.js"], modules);
}

const rulesOf = async (code: string) => (await look(code)).obstacles.map(({ rule }) => rule);

test("a call with JSON arguments is data, whatever its strings hold", async () => {
  expect(isData('search({"text":"fetch(\\"a\\") \\u2028"});\n')).toBe(true);
  expect(isData('ansatz.previews("2B4K",{"html":"<p>new Worker(x)</p>"})')).toBe(true);
  expect(await rulesOf('search({"text":"await fetch(url)"});')).toEqual([]);
});

test("anything else is code", async () => {
  expect(isData("search({text:1});")).toBe(false);
  expect(isData('search("a");fetch("b")')).toBe(false);
  expect(isData('search(fetch("b.json"))')).toBe(false);
  expect(await rulesOf('search(fetch("b.json"))')).toEqual(["network-call"]);
  expect(await rulesOf("globalThis.a = 1;")).toEqual([]);
});

test("a module that no page starts, and what was bundled with one, are left behind", async () => {
  expect(await look("export const a = fetch('b');")).toEqual({ dead: new Set(["a.js"]), obstacles: [] });
  expect((await look("fetch('b');", ["b.js"])).dead).toEqual(new Set(["a.js"]));
  expect((await look("b();", ["_astro/b.js"])).dead).toEqual(new Set());
});
