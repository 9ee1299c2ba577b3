import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { SearchData } from "../../search/entry.ts";
import { openSearch } from "../../search/search.ts";
import { expect, test } from "./test.ts";

/** What readers of the reference course look for, and what they mean. */
const meant: Readonly<Record<string, string>> = {
  // short forms and names
  "2b": "homework/problem-2/#b",
  "hw 2b": "homework/problem-2/#b",
  "problem 2 b": "homework/problem-2/#b",
  "Problem 3 (d)": "homework/problem-3/#d",
  p5a: "homework/problem-5/#a",
  "problem 1": "homework/problem-1/",
  "P2-03": "homework/problem-2/#P2-03",
  "64yj": "homework/problem-2/",
  // titles, with and without slips
  "comparing distributions": "homework/problem-2/",
  "comparing distribtions": "homework/problem-2/",
  "one-sided infinity": "homework/problem-2/#a",
  "cover or seek": "homework/problem-2/#b",
  "debugging transformers": "homework/problem-1/",
  "debuging transformer": "homework/problem-1/",
  "variational information bottleneck": "homework/problem-3/",
  "block diagram": "homework/problem-3/#a",
  "which loss term": "homework/problem-3/#b",
  "validation error": "homework/problem-3/#c",
  "latent spaces": "homework/problem-3/#d",
  "meta-learning": "homework/problem-5/",
  "least norm fit": "homework/problem-5/#a",
  "test error gradient": "homework/problem-5/#b",
  // figures
  "gaussian fit": "homework/problem-2/#fig-gaussian-fit",
  "one gaussian for two modes": "homework/problem-2/#fig-gaussian-fit",
  "gradient lamps": "homework/problem-3/#fig-gradient-lamps",
  "fourier aliases": "homework/problem-5/#fig-fourier-aliases",
  "initial loss": "homework/problem-1/#fig-initial-loss",
  "who explains the point": "homework/problem-5/#fig-two-features",
  // formulas by TeX, by label, by words
  "\\KL{P}{Q}": "homework/problem-2/#eq:kl",
  "D_{KL}(P \\| Q) = \\int": "homework/problem-2/#eq:kl",
  "kl divergence": "homework/problem-2/#eq:kl",
  "eq moments": "homework/problem-2/#eq:moments",
  "\\hat{\\mu} = m": "homework/problem-2/#eq:moments",
  jacobian: "homework/problem-1/#eq:jacobian",
  "\\Lambda_V(\\tau) = \\log V + \\int": "homework/problem-1/#eq:parts",
  frullani: "homework/problem-1/#eq:frullani",
  "second moment": "homework/problem-3/#eq:second-moment",
  // topics
  "Kullback-Leibler": "topics/kullbackleibler-divergence/",
  "moment matching": "topics/moment-matching/",
  "layer normalization": "topics/layer-normalisation/",
};

test("the index of the reference course answers 40 queries with what is meant, in first place", async ({
  site,
}) => {
  const search = openSearch(await readIndex(site.dist));
  const answers = Object.keys(meant).map((query) => [query, search(query)[0]?.entry.href]);
  expect(Object.fromEntries(answers)).toEqual(meant);
});

test("the index is one call with one argument of JSON, and is small enough to be fetched when it is asked for", async ({
  site,
}) => {
  const text = await readFile(join(site.dist, "search-index.js"), "utf8");
  expect(text).toMatch(/^ansatzSearch\(\{.*\}\);\n$/s);
  expect(gzipSync(text).length).toBeLessThan(140_000);
});

test("every result of the index leads to a page and an id that are there", async ({ site }) => {
  const { entries } = await readIndex(site.dist);
  const pages = new Map<string, string>();
  for (const { href } of entries) {
    const [path = "", fragment = ""] = href.split("#");
    const html =
      pages.get(path) ?? (await readFile(join(site.dist, decodeURIComponent(path), "index.html"), "utf8"));
    pages.set(path, html);
    if (fragment !== "") expect(html, href).toContain(` id="${decodeURIComponent(fragment)}"`);
  }
});

async function readIndex(dist: string): Promise<SearchData> {
  const text = await readFile(join(dist, "search-index.js"), "utf8");
  return JSON.parse(text.slice("ansatzSearch(".length, text.lastIndexOf(")"))) as SearchData;
}
