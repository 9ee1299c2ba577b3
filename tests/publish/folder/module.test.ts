import { expect, test } from "vitest";
import { rewriteModule } from "../../../publish/folder/module.ts";
import { listedSite } from "../sites.ts";

const site = listedSite(["_astro/a.js", "_astro/b.js", "_astro/w.js", "_astro/p.png"], "/course/");
const rewrite = (code: string) => rewriteModule(site, "_astro/a.js", code);
const found = async (code: string) => (await rewrite(code)).obstacles.map(({ rule }) => rule);

/** Runs a rewritten module as the loader does, with stand-ins for what it asks for. */
async function run(code: string, required: Readonly<Record<string, unknown>> = {}) {
  const { text } = await rewrite(code);
  const module = { exports: {} as Record<string, unknown> };
  const asked: unknown[] = [];
  const require = (name: string) => required[name];
  const load = async (name: string) => asked.push(name) && required[name];
  class Started {
    constructor(url: URL) {
      asked.push(url.href);
    }
  }
  const meta = { url: "file:///My%20folder/_astro/a.js" };
  const define = (_name: string, dependencies: string[], factory: (...given: unknown[]) => void) => {
    asked.push(...dependencies);
    factory(require, module.exports, module, load, meta, Started);
  };
  new Function("ansatzFolder", text)({ define });
  return { exports: module.exports, asked };
}

test("a static import is a dependency, and its bindings are live", async () => {
  const b = { __esModule: true, count: 1 };
  const { exports, asked } = await run('import{count as c}from"./b.js";export const read=()=>c;', {
    "_astro/b.js": b,
  });
  b.count = 2;
  expect(asked).toEqual(["_astro/b.js"]);
  expect((exports["read"] as () => number)()).toBe(2);
});

test("a dynamic import asks the loader when it is reached, and not before", async () => {
  const { exports, asked } = await run("export const later=()=>import(`./b.js`);", { "_astro/b.js": "b" });
  expect(asked).toEqual([]);
  expect(await (exports["later"] as () => Promise<unknown>)()).toBe("b");
  expect(asked).toEqual(["_astro/b.js"]);
});

test("a worker and a file beside the script are found from the script", async () => {
  const { exports, asked } = await run(
    "new Worker(new URL(`/course/_astro/w.js`,``+import.meta.url),{type:`module`});" +
      'export const p=new URL("/course/_astro/p.png",import.meta.url).href',
  );
  expect(asked).toEqual(["file:///My%20folder/_astro/w.js"]);
  expect(exports["p"]).toBe("file:///My%20folder/_astro/p.png");
});

test("a default export and everything exported anew are exported", async () => {
  const { exports } = await run('export*from"./b.js";export default 1;', { "_astro/b.js": { b: 2 } });
  expect([exports["default"], exports["b"]]).toEqual([1, 2]);
});

test("Vite's list of preloads is emptied", async () => {
  const list =
    'const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["_astro/b.js"])))=>i.map(i=>d[i]);\n';
  const { exports } = await run(`${list}export const list=__vite__mapDeps([0]);`);
  expect(exports["list"]).toEqual([]);
  expect(await found(list.replace("b.js", "b.css"))).toEqual(["unsupported-script"]);
  expect(await found("const __vite__mapDeps=1;")).toEqual(["unsupported-script"]);
});

test("what would not work from disk is reported", async () => {
  expect(await found('import"./gone.js"')).toEqual(["unsupported-script"]);
  expect(await found('import"https://a.example/a.js"')).toEqual(["unsupported-script"]);
  expect(await found("import(name)")).toEqual(["unsupported-script"]);
  expect(await found('import("./b.js",{with:{type:"json"}})')).toEqual(["unsupported-script"]);
  expect(await found("await 1")).toEqual(["unsupported-script"]);
  expect(await found('new URL("/course/gone.png",import.meta.url)')).toEqual(["missing-file"]);
  expect(await found("new Worker(name)")).toEqual(["unsupported-worker"]);
  expect(await found("new SharedWorker(new URL('./w.js',import.meta.url))")).toEqual(["unsupported-worker"]);
  expect(await found('image.src="/course/_astro/p.png"')).toEqual(["absolute-address"]);
  expect(await found("fetch(name)")).toEqual(["network-call"]);
  expect(await found("new XMLHttpRequest()")).toEqual(["network-call"]);
  expect(await found("navigator.serviceWorker.register('sw.js')")).toEqual(["network-call"]);
});

test("a method that is called fetch asks no server", async () => {
  const { obstacles } = await rewrite("class A{fetch(){return this.fetch(1)}peek(a){}}");
  expect(obstacles).toEqual([]);
});

test("a report names file, line and column", async () => {
  const [mistake] = (await rewrite('let a;\n  fetch("b.json");')).obstacles;
  expect(mistake).toMatchObject({ file: "dist/_astro/a.js", line: 2, column: 3 });
  expect(mistake?.what).toBe("the script calls `fetch`, which reads nothing from disk");
});
