import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { readBuiltSite } from "../../../publish/built-site.ts";
import { exportFolder } from "../../../publish/folder/export-folder.ts";
import { writeSite } from "../sites.ts";

const page = (body: string) =>
  `<!doctype html><html data-root="/course/"><meta property="og:site_name" content="A &amp; B"><title>A</title>${body}`;
const entry = '<script type="module" src="/course/_astro/a.js"></script>';
const sound = {
  "index.html": page(`<a href="p/">P</a>${entry}`),
  "p/index.html": page('<a href="../">up</a>'),
  "_astro/a.js": 'new Worker(new URL("/course/_astro/w.js",import.meta.url),{type:"module"});',
  "_astro/w.js": "const later=()=>import(`./chunk.js`);later();",
  "_astro/chunk.js": "export const answer=42;postMessage(answer);",
  "data.bin": "\u0001",
};

async function exported(files: Readonly<Record<string, string>>, to?: string) {
  const from = await writeSite(files);
  const folder = to ?? join(dirname(from), "export/course");
  const lines: string[] = [];
  const done = exportFolder(await readBuiltSite(from), folder, (step) => lines.push(step));
  return { from, folder, lines, done };
}

test("base path and title are read from the first page", async () => {
  const site = await readBuiltSite(await writeSite(sound));
  expect([site.base, site.title]).toEqual(["/course/", "A & B"]);
});

test("every file has its place, and a worker's parts are one file", async () => {
  const { folder, lines, done } = await exported(sound);
  await done;
  expect(lines).toEqual(["pages", "scripts", "styles", "other files"]);
  expect((await readdir(join(folder, "_astro"))).sort()).toEqual(["a.js", "w.js"]);
  expect(await readFile(join(folder, "_astro/w.js"), "utf8")).toContain("postMessage");
  expect(await readdir(folder)).toEqual(
    expect.arrayContaining(["_offline", "data.bin", "index.html", "p", "_astro"]),
  );
  expect(await readdir(dirname(folder))).toEqual(["course"]);
});

test("an export replaces an export", async () => {
  const { folder, done } = await exported(sound);
  await done;
  await (await exported({ "index.html": page(entry), "_astro/a.js": "" }, folder)).done;
  expect(await readdir(folder)).not.toContain("p");
});

test("a folder that is no export is left alone", async () => {
  const mine = await writeSite({ "thesis.txt": "years" });
  await expect((await exported(sound, mine)).done).rejects.toThrow(/is no export of Ansatz/);
  expect(await readdir(mine)).toEqual(["thesis.txt"]);
});

test("an export that holds the reader's own files is left alone, hidden ones too, and a system's are none", async () => {
  const { folder, done } = await exported(sound);
  await done;
  await writeFile(join(folder, ".DS_Store"), "");
  await (await exported(sound, folder)).done;
  for (const name of ["notes.txt", ".notes"]) {
    await writeFile(join(folder, "p", name), "mine");
    await expect((await exported(sound, folder)).done).rejects.toThrow(
      `holds what no export put there (p/${name}): nothing was written; move it away`,
    );
    expect(await readFile(join(folder, "p", name), "utf8")).toBe("mine");
    await rm(join(folder, "p", name));
  }
  expect(await readdir(dirname(folder))).toEqual(["course"]);
});

test("all obstacles of all files come at once, and an earlier export stays", async () => {
  const { folder, done } = await exported(sound);
  await done;
  const broken = {
    ...sound,
    "p/index.html": page('<a href="gone/">gone</a>'),
    "_astro/w.js": 'import.meta.url;fetch("a.json")',
    "a.css": "a{src:url(f.woff2)}",
  };
  await expect((await exported(broken, folder)).done).rejects.toMatchObject({
    mistakes: [
      { rule: "missing-file", line: 1, what: "“gone/” leads to no file" },
      { rule: "network-call", what: "the script calls `fetch`, which reads nothing from disk" },
      { rule: "unsupported-worker", what: "the worker asks where its file is" },
      { rule: "missing-file", what: "“f.woff2” leads to no file" },
    ],
  });
  expect(await readdir(folder)).toContain("p");
  expect(await readdir(dirname(folder))).toEqual(["course"]);
});

test("a folder without a site is refused with what to do", async () => {
  await expect(readBuiltSite(await writeSite({ "a.txt": "" }))).rejects.toThrow(/run `npm run build` first/);
});

test("pictures for link previews stay behind, but not those that a page shows", async () => {
  const card = (name: string) => `<meta property="og:image" content="https://a.example/course/${name}.png">`;
  const files = {
    "index.html": page(`${card("seen")}<img src="seen.png">${entry}`),
    "p/index.html": page(card("card")),
    "_astro/a.js": "",
    "seen.png": "",
    "card.png": "",
  };
  const { folder, done } = await exported(files);
  await done;
  expect(await readdir(folder)).toContain("seen.png");
  expect(await readdir(folder)).not.toContain("card.png");
});

test("fonts in older formats stay behind, but not where another sheet or a page has nothing else", async () => {
  const face = (...files: string[]) =>
    `@font-face{src:${files.map((file) => `url(/course/${file})`).join()}}`;
  const files = {
    "index.html": page(`<style>${face("d.woff")}</style>${entry}`),
    "_astro/a.js": "",
    "a.css": face("a.woff2", "a.woff", "b.woff", "d.woff"),
    "b.css": face("b.woff"),
    "a.woff2": "",
    "a.woff": "",
    "b.woff": "",
    "d.woff": "",
  };
  const { folder, done } = await exported(files);
  await done;
  const fonts = (await readdir(folder)).filter((file) => file.includes("woff"));
  expect(fonts.sort()).toEqual(["a.woff2", "b.woff", "d.woff"]);
});
