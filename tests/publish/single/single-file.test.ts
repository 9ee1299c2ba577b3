import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { MistakesError } from "../../../mistakes/mistake.ts";
import { readBuiltSite } from "../../../publish/built-site.ts";
import { readCourseMap } from "../../../publish/course-map.ts";
import { readProvenance } from "../../../publish/provenance.ts";
import single, { nameOf } from "../../../publish/single/kind.ts";
import { writeSite } from "../sites.ts";

const frame = (kind: string, body: string, head = "") =>
  `<!doctype html><html data-root="/"><head><meta http-equiv="Content-Security-Policy" content="script-src 'self'">` +
  `<meta name="ansatz-page" content="${kind}"><meta property="og:title" content="T">` +
  `<link rel="stylesheet" href="/a.css">${head}</head><body><main id="main" class="page">${body}</main>` +
  `<footer></footer><script type="module" src="/a.js"></script></body></html>`;

const sound = {
  "index.html": '<html data-root="/"><meta property="og:site_name" content="C">',
  "hw/index.html": frame("assignment", '<a href="p/">P</a><a href="q/">Q</a>'),
  "hw/p/index.html": frame("problem", '<h1 id="a">P</h1><img src="x.png" alt="x"><a href="#a">a</a>'),
  "hw/p/x.png": "\u0001",
  "hw/q/index.html": frame("problem", '<h1 id="a">Q</h1><a href="../p/#a">P</a><script>let q</script>'),
  "a.css": "main{background:url(hw/p/x.png)}",
  "a.js": 'import"./b.js";import("./c.js")',
  "b.js": 'document.title="</script><!--"',
  "c.js": "export default 42",
};

async function made(
  files: Readonly<Record<string, string>>,
  options: Readonly<Record<string, unknown>> = {},
) {
  const site = await readBuiltSite(await writeSite(files));
  const to = join(dirname(site.folder), "export");
  const request = { to, name: "c", only: [], options, made: new Map(), say: () => {} };
  const [map, provenance] = [await readCourseMap(site), await readProvenance(site)];
  const artefacts = await single.make({ site, map, provenance, ...request });
  const read = (name: string) => readFile(join(to, "single", name), "utf8");
  return { artefacts, to, read };
}

test("each problem and each assignment is one file", async () => {
  const { artefacts, to } = await made(sound);
  expect(artefacts.map(({ path, of }) => [path, of])).toEqual([
    ["single/hw.html", "hw"],
    ["single/hw-p.html", "hw/p"],
    ["single/hw-q.html", "hw/q"],
  ]);
  expect(await readdir(join(to, "single"))).toEqual(["hw-p.html", "hw-q.html", "hw.html"]);
});

test("styles, pictures and scripts are inside, and nothing is left to be loaded", async () => {
  const page = await (await made(sound)).read("hw-p.html");
  expect(page).toContain('<img src="data:image/png;base64,AQ=="');
  expect(page).toContain("<style>main{background:url(data:image/png;base64,AQ==)}");
  expect(page).not.toMatch(/<link|src="(?!data:)|type="module"/);
  expect(page.match(/<\/script>/g)?.length).toBe(1);
  expect(page).toContain('data-root="./" data-copy="single" data-still');
});

test("the policy allows the file's own scripts and styles by their hashes, and nothing from anywhere", async () => {
  const page = await (await made(sound)).read("hw-q.html");
  const [, policy = ""] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
  expect(policy).toMatch(
    /^default-src 'none'; script-src 'sha256-\S+' 'sha256-\S+'; style-src 'sha256-\S+';/,
  );
  expect(policy).toContain("connect-src 'none'");
  expect(policy).not.toContain("self");
});

test("what is loaded later is inside where it is small, or where experiments are asked for", async () => {
  const large = { ...sound, "c.js": `export default "${"x".repeat(70_000)}"` };
  expect(await (await made(sound)).read("hw-p.html")).toContain('ansatzFolder.define("c.js",[],');
  expect(await (await made(large)).read("hw-p.html")).not.toContain('ansatzFolder.define("c.js",[],');
  const { read } = await made(large, { experiments: true });
  expect(await read("hw-p.html")).toContain('ansatzFolder.define("c.js",[],');
  expect(await read("hw-p.html")).toContain('<html data-root="./" data-copy="single">');
});

test("of the experiments only those of the page are inside, and none where they were not asked for", async () => {
  const list =
    'export const all={"/experiments/one/index.ts":()=>import("./one.js"),"/experiments/two/index.ts":()=>import("./two.js")}';
  const files = {
    ...sound,
    "hw/p/index.html": frame("problem", '<ansatz-figure data-experiment="two"></ansatz-figure>'),
    "a.js": list,
    "one.js": "export default 1",
    "two.js": "export default 2",
  };
  const still = await (await made(files)).read("hw-p.html");
  expect(still).not.toMatch(/define\("(one|two)\.js"/);
  const live = await (await made(files, { experiments: true })).read("hw-p.html");
  expect(live).toContain('ansatzFolder.define("two.js"');
  expect(live).not.toContain('ansatzFolder.define("one.js"');
});

test("the problems of an assignment follow its page, and shared ids are told apart", async () => {
  const page = await (await made(sound)).read("hw.html");
  expect(page).toContain('<main id="main"><div class="page"><a href="#p">P</a><a href="#q">Q</a></div>');
  expect(page).toContain('<section class="page single-part" id="p"><h1 id="p-a">P</h1>');
  expect(page).toContain('<a href="#p-a">a</a></section><section class="page single-part" id="q">');
  expect(page).toContain('<h1 id="q-a">Q</h1><a href="#p-a">P</a><script>let q</script></section></main>');
});

test("a page that could not stand alone is refused, with its place", async () => {
  const broken = { ...sound, "hw/p/index.html": frame("problem", '\n<iframe src="/index.html"></iframe>') };
  const failure = await made(broken).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(MistakesError);
  expect((failure as MistakesError).mistakes).toMatchObject([
    { rule: "unsupported-element", line: 2, column: 9 },
  ]);
});

test("pages whose addresses differ in a slash only have files of their own", () => {
  const map = new Map(
    ["a-b/c", "a/b-c", "a"].map((address) => {
      return [address, { kind: "problem", address, path: "", title: "", problems: [] }] as const;
    }),
  );
  expect([...map.values()].map((page) => nameOf(page, map))).toEqual(["a-b-c", "a-b-c--2", "a"]);
});
