import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { ArtefactKind, ArtefactRequest } from "../../publish/artefact.ts";
import { readBuiltSite } from "../../publish/built-site.ts";
import { makeArtefacts } from "../../publish/make-artefacts.ts";
import { provenanceOf } from "../../publish/provenance.ts";
import { Refusal } from "../../publish/refusal.ts";
import { formatSize } from "../../publish/size.ts";
import { writeSite } from "./sites.ts";

async function request(build = "1") {
  const folder = await writeSite({ "index.html": '<html data-root="/">' });
  const site = await readBuiltSite(folder);
  const provenance = { ...provenanceOf([]), build };
  const to = join(dirname(folder), "export");
  return { site, map: new Map(), provenance, to, name: "course", only: [], options: {} };
}

/** A kind that writes one file. */
const writes = (path: string): ArtefactKind => ({
  summary: "",
  async make({ to, site }) {
    await writeFile(join(to, path), "12345");
    return [{ path, title: site.title, of: "", bytes: 5 }];
  },
});

const listOf = async (to: string) =>
  (JSON.parse(await readFile(join(to, "artefacts.json"), "utf8")) as { artefacts: { path: string }[] })
    .artefacts;

test("each kind is made in its order, sees what was made before it, and has a line with its size", async () => {
  const seen: string[][] = [];
  const second: ArtefactKind = {
    summary: "",
    async make({ made }: ArtefactRequest) {
      seen.push([...made.keys()]);
      return [];
    },
  };
  const lines: string[] = [];
  const given = await request();
  await makeArtefacts(
    given,
    new Map([
      ["a", writes("a.txt")],
      ["b", second],
    ]),
    (line) => lines.push(line),
  );
  expect(seen).toEqual([["a"]]);
  expect(lines).toEqual([`  a              5 B  ${join(given.to, "a.txt")}`]);
});

test("what cannot be made keeps nothing else from being made", async () => {
  const refuses: ArtefactKind = { summary: "", make: () => Promise.reject(new Refusal("no disk")) };
  const lacks: ArtefactKind = { ...writes("c.txt"), obstacle: async () => "no browser" };
  const given = await request();
  const kinds = new Map([
    ["a", refuses],
    ["b", writes("b.txt")],
    ["c", lacks],
  ]);
  const outcomes = await makeArtefacts(given, kinds, () => {});
  expect(outcomes.map(({ error, obstacle }) => error?.message ?? obstacle)).toEqual([
    "no disk",
    undefined,
    "no browser",
  ]);
  expect(await listOf(given.to)).toEqual([{ kind: "b", path: "b.txt", title: "Course", of: "", bytes: 5 }]);
});

test("a bug is not taken for a refusal", async () => {
  const breaks: ArtefactKind = { summary: "", make: () => Promise.reject(new TypeError("x is undefined")) };
  await expect(makeArtefacts(await request(), new Map([["a", breaks]]), () => {})).rejects.toThrow(TypeError);
});

test("the list keeps what an earlier run made of the same build, and nothing of another", async () => {
  const given = await request();
  const paths = async () => (await listOf(given.to)).map(({ path }) => path);
  await makeArtefacts(given, new Map([["a", writes("a.txt")]]), () => {});
  await makeArtefacts(given, new Map([["b", writes("b.txt")]]), () => {});
  expect(await paths()).toEqual(["a.txt", "b.txt"]);
  const later = { ...given, provenance: { ...given.provenance, build: "2" } };
  await makeArtefacts(later, new Map([["b", writes("b.txt")]]), () => {});
  expect(await paths()).toEqual(["b.txt"]);
});

test("a file of a page that is gone goes with it, and one that was not asked for stays", async () => {
  const given = await request();
  const two: ArtefactKind = {
    summary: "",
    make: async (asked) => [...(await writes("a.txt").make(asked)), ...(await writes("b.txt").make(asked))],
  };
  await makeArtefacts(given, new Map([["k", two]]), () => {});
  await makeArtefacts({ ...given, only: ["a"] }, new Map([["k", writes("a.txt")]]), () => {});
  expect((await readdir(given.to)).sort()).toEqual(["a.txt", "artefacts.json", "b.txt"]);
  expect((await listOf(given.to)).length).toBe(2);
  await makeArtefacts(given, new Map([["k", writes("a.txt")]]), () => {});
  expect((await readdir(given.to)).sort()).toEqual(["a.txt", "artefacts.json"]);
  expect((await listOf(given.to)).length).toBe(1);
});

test("nothing outside of the export folder is removed, whatever a list says", async () => {
  const given = await request();
  await makeArtefacts(given, new Map([["k", writes("a.txt")]]), () => {});
  const file = join(given.to, "artefacts.json");
  const list = await readFile(file, "utf8");
  await writeFile(
    file,
    list.replace("a.txt", "../dist/index.html").replace('"path"', '"path": "../precious.txt", "x"'),
  );
  await writeFile(join(given.to, "../precious.txt"), "");
  await makeArtefacts(given, new Map([["k", writes("b.txt")]]), () => {});
  expect(await readdir(dirname(given.to))).toContain("precious.txt");
});

test("only a new, an empty or an export folder is written into, and none inside of the site", async () => {
  const given = await request();
  const home = dirname(given.to);
  const refusal = async (to: string) =>
    makeArtefacts({ ...given, to }, new Map([["a", writes("a.txt")]]), () => {}).then(
      () => "",
      (error: Error) => (error instanceof Refusal ? error.message : String(error)),
    );
  for (const own of [given.site.folder, join(given.site.folder, "export"), join(home, "link/x")]) {
    await symlink(given.site.folder, join(home, "link")).catch(() => {});
    expect(await refusal(own)).toMatch(/is inside of .*: give another `--to`$/);
  }
  const mine = await writeSite({ "homework/problem-1.md": "mine" });
  expect(await refusal(mine)).toMatch(
    /is no export of Ansatz \(it has no artefacts\.json\): nothing was written/,
  );
  expect(await refusal(join(mine, "homework/problem-1.md"))).toMatch(/a file stands where a folder should/);
  expect(await refusal(join(mine, "homework/problem-1.md/x"))).toMatch(/a file stands where a folder should/);
  expect(await readdir(mine, { recursive: true })).toEqual(["homework", "homework/problem-1.md"]);
  await mkdir(given.to);
  expect([await refusal(given.to), await refusal(given.to)]).toEqual(["", ""]);
});

test("what was interrupted can be made again: the folder says from the first moment what it is", async () => {
  const given = await request();
  const breaks: ArtefactKind = { summary: "", make: () => Promise.reject(new TypeError("x")) };
  await expect(makeArtefacts(given, new Map([["a", breaks]]), () => {})).rejects.toThrow(TypeError);
  expect(await listOf(given.to)).toEqual([]);
  await makeArtefacts(given, new Map([["a", writes("a.txt")]]), () => {});
  expect((await listOf(given.to)).length).toBe(1);
});

test("a full disk, a missing right and a disk that can only be read are told in words", async () => {
  const answers: string[] = [];
  for (const code of ["ENOSPC", "EACCES", "EROFS"]) {
    const failing: ArtefactKind = {
      summary: "",
      make: () => Promise.reject(Object.assign(new Error(code), { code })),
    };
    const [outcome] = await makeArtefacts(await request(), new Map([["a", failing]]), () => {});
    answers.push(outcome?.error?.message.replace(/^.*?: /, "") ?? "");
  }
  const lost = "Nothing that was there before is lost";
  expect(answers).toEqual([
    `there is no room left on the disk: make room, or write elsewhere. ${lost}`,
    `it may not be written: change its rights, or write elsewhere. ${lost}`,
    `its disk can only be read: write elsewhere. ${lost}`,
  ]);
});

test("sizes have at most two or three digits", () => {
  expect([0, 999, 1000, 9_949, 350_400, 999_499, 999_500, 12_345_678].map(formatSize)).toEqual([
    "0 B",
    "999 B",
    "1.0 kB",
    "9.9 kB",
    "350 kB",
    "999 kB",
    "1.0 MB",
    "12 MB",
  ]);
});
