import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import command from "../../cli/export.ts";
import { writeSite } from "../publish/sites.ts";

const page = (kind: string, body: string) =>
  `<!doctype html><html data-root="/"><meta property="og:site_name" content="A course"><meta name="ansatz-page" content="${kind}"><main>${body}</main><footer></footer>`;
const sound = {
  "index.html": page("", '<a href="p/">P</a>'),
  "p/index.html": page("problem", '<a href="../">up</a>'),
};

/** Runs the command on a site of these files, and returns its exit code and what it said. */
async function exported(files: Readonly<Record<string, string>>, ...args: string[]) {
  const from = await writeSite(files);
  const to = join(dirname(from), "export");
  const said: string[] = [];
  const listen = (line: unknown) => void said.push(String(line));
  const spies = [vi.spyOn(console, "log"), vi.spyOn(console, "error")].map((spy) =>
    spy.mockImplementation(listen),
  );
  onTestFinished(() => spies.forEach((spy) => void spy.mockRestore()));
  const code = await command.run([...args, "--from", from, "--to", to]);
  return { code, to, said: said.join("\n").replaceAll(dirname(from), "…") };
}

test("each kind has a line that says its size and where it is", async () => {
  const { code, to, said } = await exported(sound, "folder", "zip", "single");
  expect(code).toBe(0);
  expect(said).toMatch(/ {2}folder +[\d.]+ kB {2}…\/export\/a-course\/index\.html/);
  expect(said).toMatch(/ {2}zip +[\d.]+ k?B {2}…\/export\/a-course\.zip/);
  expect(said).toMatch(/ {2}single +[\d.]+ k?B {2}…\/export\/single\/p\.html/);
  expect(await readdir(to)).toEqual(
    expect.arrayContaining(["a-course", "a-course.zip", "artefacts.json", "single"]),
  );
});

test("a zip is the same whether its folder was made before it or not", async () => {
  const [alone, after] = [await exported(sound, "zip"), await exported(sound, "folder", "zip")];
  expect(await readdir(alone.to)).toEqual(["a-course.zip", "artefacts.json"]);
  const read = (to: string) => readFile(join(to, "a-course.zip"));
  expect((await read(alone.to)).equals(await read(after.to))).toBe(true);
});

test("what would not work from disk is named with its file, and the exit code is 1", async () => {
  const broken = {
    ...sound,
    "p/index.html": page(
      "problem",
      '<img src="https://b.example/a.png"><script type="module" src="/a.js"></script>',
    ),
    "a.js": 'fetch("/data.json")',
  };
  const { code, to, said } = await exported(broken, "folder");
  expect(code).toBe(1);
  expect(said).toContain(
    "…/dist/a.js:1:1  error: the script calls `fetch`, which reads nothing from disk [network-call]",
  );
  expect(said).toContain("…/dist/p/index.html:1:");
  expect(said).toContain("No folder was made.");
  expect(await readdir(to)).toEqual(["artefacts.json"]);
});

test("an unknown kind, an unknown page and a missing site are refused with what there is", async () => {
  const kind = await exported(sound, "floppy");
  expect([kind.code, kind.said]).toEqual([
    2,
    expect.stringContaining("unknown kind `floppy`; there are folder, zip, single"),
  ]);
  const address = await exported(sound, "single", "--only", "q");
  expect([address.code, address.said]).toEqual([
    1,
    expect.stringContaining("`--only q` is no problem or assignment: p"),
  ]);
  const site = await exported({ "a.txt": "" });
  expect([site.code, site.said]).toEqual([1, expect.stringContaining("run `npm run build` first")]);
});

test("only the asked page is made, however its address is written", async () => {
  const { to } = await exported(
    { ...sound, "q/index.html": page("problem", "Q") },
    "single",
    "--only",
    "/q/",
  );
  expect(await readdir(join(to, "single"))).toEqual(["q.html"]);
});

test("--help lists the kinds and their options", async () => {
  const text = (await command.details?.()) ?? "";
  for (const word of ["folder", "zip", "single", "--experiments", "--only"]) expect(text).toContain(word);
});
