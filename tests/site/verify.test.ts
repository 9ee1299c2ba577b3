import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import type { Outcome, Route } from "../../checks/verify/outcome.ts";
import type { VerifyOptions } from "../../checks/verify/run.ts";
import { openSite } from "../../checks/verify/site.ts";
import { verify } from "../../checks/verify/verify.ts";
import { expect, isFull, test } from "./test.ts";

/** Verifies a built site, or a copy of it that `alter` has changed. */
async function verified(
  dist: string,
  browser: Browser,
  options: VerifyOptions = {},
  alter?: (folder: string) => Promise<void>,
): Promise<Outcome[]> {
  const folder = await mkdtemp(join(tmpdir(), "ansatz-verify-"));
  await cp(dist, folder, { recursive: true });
  await alter?.(folder);
  const site = await openSite(folder);
  try {
    return await verify(site, browser, options);
  } finally {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The routes by which something failed. */
function failedRoutes(outcomes: readonly Outcome[]): Route[] {
  return [...new Set(outcomes.filter(({ status }) => status === "failed").map(({ route }) => route))];
}

function failures(outcomes: readonly Outcome[]): readonly Outcome[] {
  return outcomes.filter(({ status }) => status === "failed");
}

/** Replaces a text in a page; fails where it does not stand there. */
function replaceIn(file: string, before: string | RegExp, after: string) {
  return async (folder: string): Promise<void> => {
    const path = join(folder, file);
    const text = await readFile(path, "utf8");
    expect(text).toMatch(before);
    await writeFile(path, text.replace(before, after));
  };
}

test("every number of the reference course holds in double precision, and a sample on every backend of tf.js", async ({
  site,
  browser,
}) => {
  test.setTimeout(20 * 60_000);
  const whole = await verified(site.dist, browser, isFull ? {} : { sample: { cpu: 4, webgl: 4, webgpu: 2 } });
  expect(failures(whole)).toEqual([]);
  const numbers = (
    await openSite(site.dist).then(async (open) => {
      await open.close();
      return open.manifest.numbers;
    })
  ).length;
  expect(whole.filter(({ route, status }) => route === "plain" && status === "passed")).toHaveLength(numbers);
  for (const backend of ["cpu", "webgl", "webgpu"])
    expect(whole.filter(({ route, status }) => route === backend && status === "passed")).not.toEqual([]);
});

test.describe("a course of its own", () => {
  test.use({ siteName: "verified" });

  test("is confirmed by every route and on every backend, and nothing is left out", async ({
    site,
    browser,
  }) => {
    const outcomes = await verified(site.dist, browser);
    expect(failures(outcomes)).toEqual([]);
    const routes = [
      "build",
      "text",
      "value",
      "panel",
      "formula",
      "table",
      "plain",
      "derivation",
      "webgpu",
      "webgl",
      "cpu",
    ];
    for (const route of routes) expect(outcomes.map((each) => each.route)).toContain(route);
    expect(outcomes.filter(({ status }) => status === "not run")).toEqual([]);
    expect(outcomes.filter(({ route }) => route === "webgl")).toHaveLength(8);
    expect(outcomes.filter(({ route }) => route === "derivation")).toHaveLength(2);
  });

  const plain = { backends: ["plain"] } as const;
  const page = "area/index.html";
  const mutations: readonly [string, Route[], (folder: string) => Promise<void>][] = [
    ["the text of a number", ["text"], replaceIn(page, ">2.6667<", ">2.6668<")],
    [
      "the value that a page carries",
      ["value"],
      replaceIn(page, /data-value="2\.66+\d*"/, 'data-value="2.7"'),
    ],
    [
      "a number’s own value attribute",
      ["value"],
      replaceIn(page, /value="2\.66+\d*" data/, 'value="2.7" data'),
    ],
    [
      "the quantity that a number names",
      ["value"],
      replaceIn(page, 'quantity="area/inverse"', 'quantity="area/area"'),
    ],
    [
      "a number, which is gone",
      ["text", "value", "panel"],
      replaceIn(page, /<data class="quantity"[^>]*>2.6667<\/data>/, ""),
    ],
    [
      "a number, which is hidden",
      ["text"],
      replaceIn(page, '<data class="quantity"', '<data hidden class="quantity"'),
    ],
    [
      "a number that nobody knows of",
      ["text"],
      replaceIn(page, "for the factor", '<data class="quantity" id="x" value="5" data-value="5">5</data>'),
    ],
    ["∞, which has become a number", ["text"], replaceIn(page, ">∞</data>", ">9</data>")],
    [
      "a number’s panel, which is gone",
      ["panel"],
      replaceIn(page, /<span class="number-panel" id="number:2:panel"/, "<span hidden"),
    ],
    [
      "the value that a panel shows",
      ["panel"],
      replaceIn(page, /<i>Computed<\/i> <span>2\.66+\d*/, "<i>Computed</i> <span>2.67"),
    ],
    [
      "the formula’s value that a panel shows",
      ["panel"],
      replaceIn(page, /<i>Formula<\/i> <span>2\.66+\d*/, "<i>Formula</i> <span>2.67"),
    ],
    [
      "the mark of a formula, which says more than was found",
      ["formula"],
      replaceIn(page, 'class="check" data-outcome="verified"', 'class="check" data-outcome="definition"'),
    ],
    [
      "the visible text of a formula",
      ["formula"],
      replaceIn(page, /<span class="mord">3<\/span>/, '<span class="mord">2</span>'),
    ],
    ["the MathML of a formula", ["formula"], replaceIn(page, "<mn>3</mn>", "<mn>2</mn>")],
    [
      "the TeX that a formula carries",
      ["formula"],
      replaceIn(page, "\\frac{a x^3}{3}</annotation>", "\\frac{a x^3}{2}</annotation>"),
    ],
    [
      "a figure’s static table",
      ["table"],
      replaceIn(
        page,
        /<data value="[^"]*" data-quantity="inverse"/,
        '<data value="1.5" data-quantity="inverse"',
      ),
    ],
    [
      "a figure, which is gone",
      ["table", "plain"],
      replaceIn(page, /<figure class="figure"[\s\S]*?<\/figure>/, ""),
    ],
    [
      "a page, which belongs to another build",
      ["build"],
      replaceIn(page, /name="ansatz-build" content="\w+"/, 'name="ansatz-build" content="0"'),
    ],
    ["a page, which is gone", ["build"], (folder) => rm(join(folder, "elsewhere"), { recursive: true })],
  ];
  for (const [what, routes, alter] of mutations) {
    test(`what is altered in the built site is caught: ${what}`, async ({ site, browser }) => {
      const backends = routes.includes("plain") ? plain.backends : [];
      expect(failedRoutes(await verified(site.dist, browser, { backends }, alter))).toEqual(routes);
    });
  }

  test("a computation that differs in the browser is caught by the live figure, on every backend", async ({
    site,
    browser,
  }) => {
    const alterScripts = async (folder: string) => {
      for (const name of await readdir(join(folder, "_astro"))) {
        const path = join(folder, "_astro", name);
        if (!name.endsWith(".js")) continue;
        const code = await readFile(path, "utf8");
        await writeFile(path, code.replaceAll(".28125", ".28135"));
      }
    };
    const outcomes = await verified(site.dist, browser, { backends: ["plain", "cpu"] }, alterScripts);
    expect(failedRoutes(outcomes)).toEqual(["plain", "cpu"]);
    expect(failures(outcomes).map(({ subject }) => subject)).toEqual(["0.75, area/area", "0.75, area/area"]);
  });

  test("only what is asked for is verified", async ({ site, browser }) => {
    const outcomes = await verified(site.dist, browser, { ...plain, only: "elsewhere" });
    expect(outcomes.map(({ route, status }) => `${route} ${status}`)).toEqual([
      "build passed",
      "text passed",
      "value passed",
      "panel passed",
      "plain passed",
    ]);
  });

  test("what is asked for and is not there is refused, rather than verified", async ({ site, browser }) => {
    await expect(verified(site.dist, browser, { only: "nowhere" })).rejects.toThrow(
      "no place, page or experiment of this site holds `nowhere`",
    );
  });

  test("a site that is served is verified by the address of its index, and by no other", async ({
    site,
    browser,
  }) => {
    const served = await openSite(site.url.replace(/\/$/, ""));
    const outcomes = await verify(served, browser, { backends: ["plain"] });
    expect(failures(outcomes)).toEqual([]);
    expect(outcomes.filter(({ route }) => route === "plain")).toHaveLength(8);
    await expect(openSite(`${site.url}area/`)).rejects.toThrow("answers 404: give the address");
  });

  test("what a sample leaves out is said", async ({ site, browser }) => {
    const outcomes = await verified(site.dist, browser, { backends: ["cpu"], sample: 2 });
    const own = outcomes.filter(({ route }) => route === "cpu");
    expect(own.filter(({ status }) => status === "passed")).toHaveLength(2);
    expect(own.filter(({ reason }) => reason === "left out of the sample")).toHaveLength(6);
  });
});

test.describe("a kernel that is wrong on one backend", () => {
  test.use({ siteName: "miscomputed" });

  test("is caught on that backend, and on no other", async ({ site, browser }) => {
    const outcomes = await verified(site.dist, browser, { backends: ["plain", "cpu", "webgl"] });
    expect(failedRoutes(outcomes)).toEqual(["webgl"]);
  });
});
