import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { publishDownloads } from "../../../publish/app/downloads.ts";
import { Refusal } from "../../../publish/refusal.ts";
import { writeSite } from "../sites.ts";
import { course } from "./sites.ts";

const artefacts = [
  { kind: "folder", path: "course/index.html", title: "Course", of: "", bytes: 9_000_000 },
  { kind: "pdf", path: "pdf/homework.pdf", title: "Homework & answers", of: "homework", bytes: 350_400 },
  { kind: "zip", path: "course.zip", title: "Course", of: "", bytes: 3_100_000 },
];

test("files are laid beside the site and listed by kind with their sizes; a folder is not one", async () => {
  const [exported, site] = [await exportFolder(), await writeSite(course)];
  await publishDownloads(exported, site);
  expect((await readdir(join(site, "_downloads"))).sort()).toEqual(["course.zip", "pdf"]);
  const page = await readFile(join(site, "offline/index.html"), "utf8");
  expect(page).toContain('<a href="../_downloads/pdf/homework.pdf" download>Homework &amp; answers</a>');
  expect(page).toContain("<td>350 kB</td>");
  expect(page).toContain("<h3>PDF</h3>");
  expect(page).not.toContain("offers no files");
  expect(page).not.toContain("course/index.html");
});

test("publishing twice gives the same site, and what is no longer exported goes", async () => {
  const [exported, site] = [await exportFolder(), await writeSite(course)];
  await publishDownloads(exported, site);
  const [page, worker] = await Promise.all([
    read(site, "offline/index.html"),
    read(site, "service-worker.js"),
  ]);
  await publishDownloads(exported, site);
  expect([await read(site, "offline/index.html"), await read(site, "service-worker.js")]).toEqual([
    page,
    worker,
  ]);
  await publishDownloads(await exportFolder({ artefacts: artefacts.slice(0, 2) }), site);
  expect(await readdir(join(site, "_downloads"))).toEqual(["pdf"]);
  expect(await read(site, "offline/index.html")).not.toContain("course.zip");
});

test("the worker is told of the page that lists the files", async () => {
  const [exported, site] = [await exportFolder(), await writeSite(course)];
  await publishDownloads(exported, site);
  const page = await read(site, "offline/index.html");
  expect(await read(site, "service-worker.js")).toContain(`,${Buffer.byteLength(page)}]`);
});

test("an export of another build, an incomplete one, a mere folder and none at all are refused, and the site stays", async () => {
  const site = await writeSite(course);
  const refused = async (exported: string) =>
    expect(publishDownloads(exported, site)).rejects.toThrow(Refusal);
  await refused(await exportFolder({ build: "b2" }));
  await refused(await exportFolder({ artefacts: [...artefacts, { ...artefacts[1], path: "gone.pdf" }] }));
  await refused(await exportFolder({ artefacts: artefacts.slice(0, 1) }));
  await refused(await writeSite({}));
  expect(await read(site, "offline/index.html")).toBe(course["offline/index.html"]);
});

async function exportFolder(changes: object = {}): Promise<string> {
  const folder = await writeSite({
    "course/index.html": "<p>",
    "course.zip": "zip",
    "pdf/homework.pdf": "pdf",
  });
  const list = { version: 1, title: "Course", build: "b1", artefacts, ...changes };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "artefacts.json"), JSON.stringify(list));
  return folder;
}

function read(folder: string, path: string): Promise<string> {
  return readFile(join(folder, path), "utf8");
}
