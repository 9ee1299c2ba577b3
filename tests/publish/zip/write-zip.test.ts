import { readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflateRawSync } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { writeZip } from "../../../publish/zip/write-zip.ts";
import { writeSite } from "../sites.ts";

const files = { "b.html": "B".repeat(5000), "a ü/index.html": "A", "f.woff2": "font", "empty.txt": "" };

async function zipped(content: Readonly<Record<string, string>>, name = "course") {
  const folder = await writeSite(content);
  const to = join(dirname(folder), "course.zip");
  return { folder, to, size: await writeZip(folder, name, to) };
}

test("a zip holds every file below a folder of its name, sorted", async () => {
  const { to, size } = await zipped(files);
  const bytes = await readFile(to);
  expect(size).toBe(bytes.length);
  const entries = unzipSync(bytes);
  expect(Object.keys(entries)).toEqual(
    Object.keys(files)
      .toSorted()
      .map((path) => `course/${path}`),
  );
  for (const [path, text] of Object.entries(files))
    expect(strFromU8(entries[`course/${path}`] ?? new Uint8Array(1))).toBe(text);
  expect(size).toBeLessThan(1500);
});

test("equal files give equal bytes, whenever they were written and in any time zone", async () => {
  const first = await zipped(files);
  const [second, zone] = [await zipped(files), process.env["TZ"]];
  await utimes(join(second.folder, "b.html"), new Date(0), new Date(0));
  process.env["TZ"] = "Pacific/Auckland";
  await writeZip(second.folder, "course", second.to);
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
  expect((await readFile(first.to)).equals(await readFile(second.to))).toBe(true);
});

test("zlib, which is strict, reads every entry", async () => {
  // the first is one that fflate's stream of an entry packs so that zlib refuses it
  const font = await readFile(fileURLToPath(import.meta.resolve("katex/dist/fonts/KaTeX_Size1-Regular.ttf")));
  const contents = { "a.ttf": font, "b.bin": Buffer.alloc(40_000), "c.html": Buffer.from("") };
  const folder = await writeSite({ "c.html": "" });
  for (const [name, content] of Object.entries(contents)) await writeFile(join(folder, name), content);
  const to = join(dirname(folder), "course.zip");
  await writeZip(folder, "course", to);
  const bytes = await readFile(to);
  for (const [name, content] of Object.entries(contents)) {
    const place = bytes.indexOf(`course/${name}`);
    const packed = bytes.subarray(place + `course/${name}`.length + bytes.readUInt16LE(place - 2));
    expect(inflateRawSync(packed).equals(content), name).toBe(true);
  }
});

test("nothing stays beside the zip", async () => {
  const { to } = await zipped(files);
  expect((await readdir(dirname(to))).sort()).toEqual(["course.zip", "dist"]);
});
