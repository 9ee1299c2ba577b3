import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "playwright";
import { launchBrowser } from "../checks/verify/browser.ts";
import { checkStill } from "../checks/verify/check-still.ts";
import type { Outcome, Route } from "../checks/verify/outcome.ts";
import { inTurn, type VerifyOptions } from "../checks/verify/run.ts";
import { pagesOf } from "../checks/verify/select.ts";
import { openSite } from "../checks/verify/site.ts";
import { verify } from "../checks/verify/verify.ts";
import { build } from "../tests/site/astro.ts";
import { copyProject } from "../tests/site/course-folder.ts";
import { breakExperiments } from "./mutations/experiment-mutations.ts";
import { pageMutations } from "./mutations/page-mutations.ts";

/**
 * What `ansatz verify` catches of what may go wrong with the built course: each mutation is done to every claim of its
 * kind, and the route that must see it is counted. `--live` builds the course twice more with broken experiments.
 * Mutations of the authors' texts are a test of their own (`tests/checks/mutations.test.ts`).
 *
 *     npm run build && node bench/mutations.ts [DIST] [--live]
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { live: { type: "boolean", default: false } },
});
const dist = positionals[0] ?? "dist";
const browser = await launchBrowser();
try {
  console.log("| altered | route | altered claims | caught |\n| --- | --- | --- | --- |");
  for (const { what, route, alter } of pageMutations) {
    const { count, outcomes } = await stillOf(browser, alter);
    print(what, route, count, caughtBy(outcomes, route));
  }
  if (values.live) {
    await printLive("the page’s own computation, by a thousandth", "page", { backends: ["plain"] });
    await printLive("one backend’s kernel, by a thousandth", "kernel", {
      backends: ["cpu", "webgl"],
      sample: 3,
    });
  }
} finally {
  await browser.close();
}

/** The checks of the pages without JavaScript, in a copy of the site whose pages are altered. */
async function stillOf(opened: Browser, alter: (html: string) => { html: string; count: number }) {
  const folder = await mkdtemp(join(tmpdir(), "ansatz-mutations-"));
  await cp(dist, folder, { recursive: true });
  const site = await openSite(folder);
  try {
    let count = 0;
    const pages = [...pagesOf(site.manifest)];
    for (const page of pages) {
      const path = join(folder, page, "index.html");
      const altered = alter(await readFile(path, "utf8"));
      count += altered.count;
      await writeFile(path, altered.html);
    }
    const run = { site, manifest: site.manifest, browser: opened };
    const outcomes = (await inTurn(pages, 2, (page) => checkStill(run, page))).flat();
    return { count, outcomes };
  } finally {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Builds the course with broken experiments and prints what each backend's route has caught. */
async function printLive(
  what: string,
  how: "page" | "kernel",
  options: VerifyOptions & { readonly backends: readonly ("plain" | "cpu" | "webgl")[] },
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "ansatz-mutations-"));
  try {
    await copyProject(folder);
    await breakExperiments(folder, how);
    await build(folder);
    const site = await openSite(join(folder, "dist"));
    const outcomes = await verify(site, browser, options);
    await site.close();
    for (const route of options.backends) {
      const own = outcomes.filter((each) => each.route === route && each.status !== "not run");
      print(what, route, own.length, caughtBy(outcomes, route));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How many claims have failed on a route. */
function caughtBy(outcomes: readonly Outcome[], route: Route): number {
  const failed = outcomes.filter((each) => each.route === route && each.status === "failed");
  return new Set(failed.map(({ address, place, subject }) => `${address} ${place} ${subject}`)).size;
}

function print(what: string, route: Route, count: number, caught: number): void {
  console.log(`| ${what} | ${route} | ${count} | ${caught} |`);
}
