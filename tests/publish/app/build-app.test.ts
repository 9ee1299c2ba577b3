import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildApp, retireApp } from "../../../publish/app/build-app.ts";
import { readBuiltSite } from "../../../publish/built-site.ts";
import { writeSite } from "../sites.ts";
import { course } from "./sites.ts";

test("pages, styles, fonts, pictures and the search are kept at once, what runs figures later", async () => {
  const { files, later } = await buildApp(await writeSite(course));
  expect(Object.keys(files).sort()).toEqual([
    "",
    "_app/start.js",
    "_astro/Figure.js",
    "_astro/Missing.js",
    "_astro/Page.js",
    "_astro/dialog.js",
    "_astro/face.woff2",
    "_astro/shared.js",
    "_astro/style.css",
    "offline/",
    "p/",
    "p/picture.svg",
    "search-index.js",
  ]);
  expect(Object.keys(later).sort()).toEqual(["_astro/live.js", "_astro/tensors.js", "_astro/worker.js"]);
});

test("a course without figures has no experiments to keep", async () => {
  const { later } = await buildApp(await writeSite({ ...course, "p/index.html": course["index.html"] }));
  expect(later).toEqual({});
});

test("of a large course what pages share, its index, assignments and “Read offline” are kept at once, pages on use", async () => {
  const assignment = '<html><meta name="ansatz-page" content="assignment">';
  const folder = await writeSite({ ...course, "hw/index.html": assignment });
  const [whole, large] = [await buildApp(folder), await buildApp(folder, 1000)];
  expect(whole.pages).toEqual({});
  expect(Object.keys(large.pages).sort()).toEqual(["p/", "p/picture.svg", "search-index.js"]);
  expect(Object.keys(large.files)).toEqual(
    expect.arrayContaining(["", "hw/", "offline/", "_astro/style.css"]),
  );
  expect({ ...large.files, ...large.pages }).toEqual(whole.files);
});

test("the worker knows what the pages were built from, and where the files are that are named by their content", async () => {
  expect(await buildApp(await writeSite(course))).toMatchObject({ build: "b1", assets: "_astro/" });
  const renamed = Object.entries(course).map(([path, text]) => {
    return [path.replace("_astro", "a/b"), text.replaceAll("_astro", "a/b")] as const;
  });
  const { assets, later } = await buildApp(await writeSite(Object.fromEntries(renamed)));
  expect([assets, Object.keys(later).sort()]).toEqual([
    "a/b/",
    ["a/b/live.js", "a/b/tensors.js", "a/b/worker.js"],
  ]);
});

test("the worker knows each file's digest and size", async () => {
  const { files } = await buildApp(await writeSite(course));
  const digest = createHash("sha256").update("p{}").digest("base64");
  expect(files["_astro/style.css"]).toEqual([`sha256-${digest}`, 3]);
});

test("equal sites have equal workers to the byte, and any changed file makes another version", async () => {
  const [one, two] = [await writeSite(course), await writeSite(course)];
  const [first, second] = [await buildApp(one), await buildApp(two)];
  expect(first).toEqual(second);
  const read = (folder: string) => readFile(join(folder, "service-worker.js"), "utf8");
  expect(await read(one)).toBe(await read(two));
  await writeFile(join(two, "_astro/tensors.js"), "export const c = 2;");
  expect((await buildApp(two)).id).not.toBe(first.id);
});

test("making it again changes nothing: what it wrote is no part of what it keeps", async () => {
  const folder = await writeSite(course);
  expect(await buildApp(folder)).toEqual(await buildApp(folder));
});

test("addresses are kept as browsers ask for them", async () => {
  const folder = await writeSite({
    ...course,
    "Übung 1/index.html": "<p>",
    "a b.svg": "<svg/>",
    "50%#1?.zip": "PK",
  });
  const { files } = await buildApp(folder);
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(["%C3%9Cbung%201/", "a%20b.svg", "50%25%231%3F.zip"]),
  );
});

test("no copy of the site holds its worker, its manifest or its downloads", async () => {
  const folder = await writeSite({ ...course, "_downloads/course.zip": "zip" });
  await buildApp(folder);
  const { files } = await readBuiltSite(folder);
  expect([...files].sort()).toEqual(Object.keys(course).sort());
});

test("the manifest names the course, and no address that depends on where it is served", async () => {
  const folder = await writeSite(course);
  await buildApp(folder);
  const manifest = JSON.parse(await readFile(join(folder, "_app/site.webmanifest"), "utf8"));
  expect(manifest).toMatchObject({
    name: "Divergence, one course",
    short_name: "Divergence",
    lang: "en",
    start_url: "../",
    scope: "../",
  });
  for (const { src, sizes } of manifest.icons) {
    const icon = await readFile(join(folder, "_app", src));
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)].join("x"), src).toBe(sizes);
  }
});

test("the worker of a site that has none any more keeps nothing and takes itself away", async () => {
  const folder = await writeSite(course);
  await retireApp(folder);
  const worker = await readFile(join(folder, "service-worker.js"), "utf8");
  expect(worker).toContain(".unregister()");
  expect(worker).not.toMatch(/respondWith|ansatzVersion/);
});
