import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import domino from "domino";
import { toHtml } from "hast-util-to-html";
import rehypeKatex from "rehype-katex";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { compileDocument } from "../../markdown/index.ts";
import { katexOptions } from "../../markdown/remark-formulas.ts";
import { htmlOf, inputOf } from "./compile-text.ts";
import { courseFormulas, courseMacros, type Formula, pickedFormulas } from "./formulas.ts";

const macros = courseMacros();
const formulas = [...courseFormulas(), ...pickedFormulas];

/** Each formula in a paragraph of its own, in the one notation that remark-math and we share. */
const text = (list: readonly Formula[]) =>
  list.map(({ tex, isDisplay }) => (isDisplay ? `$$\n${tex}\n$$` : `$${tex}$`)).join("\n\n");

/** What a browser makes of each formula, so that quotes and entities in the HTML's source do not matter. */
function formulasOf(html: string): string[] {
  const document = domino.createDocument(html);
  return [...document.querySelectorAll(".katex-display, :not(.katex-display) > .katex")].map(
    (element) => element.outerHTML,
  );
}

async function ours(list: readonly Formula[]): Promise<string[]> {
  const compiled = await compileDocument({ ...inputOf(`# Formulas\n\n${text(list)}`), macros });
  expect(compiled.mistakes).toEqual([]);
  return formulasOf(htmlOf(compiled));
}

async function theirs(list: readonly Formula[]): Promise<string[]> {
  const processor = unified()
    .use(remarkParse)
    .use(remarkMath)
    .use(remarkRehype)
    .use(rehypeKatex, katexOptions(macros));
  return formulasOf(toHtml(await processor.run(processor.parse(text(list)))));
}

describe("formulas", () => {
  test(`${formulas.length} formulas, all of the course's among them, are set as rehype-katex sets them`, async () => {
    expect(formulas.length).toBeGreaterThan(300);
    for (let at = 0; at < formulas.length; at += 50) {
      const some = formulas.slice(at, at + 50);
      const [own, reference] = [await ours(some), await theirs(some)];
      expect(own.length).toBe(some.length);
      for (const [index, { tex }] of some.entries()) expect(own[index], tex).toBe(reference[index]);
    }
  }, 120_000);

  test("a macro that one document defines does not leak into another, nor into the course's table", async () => {
    const before = structuredClone(macros);
    const defining = await compileDocument({
      ...inputOf("# A\n\n$\\gdef\\foo{x} \\foo$, then $\\foo$.\n"),
      macros,
    });
    const using = await compileDocument({ ...inputOf("# B\n\n$\\foo$\n"), macros });
    expect(defining.mistakes).toEqual([]);
    expect(using.mistakes.map(({ rule }) => rule)).toEqual(["unknown-command"]);
    expect(macros).toEqual(before);
  });

  test("a formula that KaTeX refuses is shown as wrong, in its place", async () => {
    const html = htmlOf(await compileDocument(inputOf("# A\n\nBefore $\\frac{1}{2$ after.\n")));
    expect(html).toContain("katex-error");
    expect(html).toMatch(/Before .*\\frac\{1\}\{2.* after/s);
  });
});

describe("KaTeX", () => {
  const require = createRequire(import.meta.url);

  test("there is one: rehype-katex uses the version that the style sheet belongs to", () => {
    const viaRehype = createRequire(require.resolve("rehype-katex")).resolve("katex/package.json");
    expect(viaRehype).toBe(require.resolve("katex/package.json"));
  });

  test("its style sheet knows every class of the HTML but those that only name a kind of symbol", async () => {
    const css = readFileSync(require.resolve("katex/dist/katex.css"), "utf8");
    const styled = new Set([...css.matchAll(/\.([A-Za-z][\w-]*)/g)].map(([, name]) => name));
    const html = (await ours(pickedFormulas)).join("");
    const used = new Set(
      [...html.matchAll(/class="([^"]*)"/g)].flatMap(([, names]) => (names ?? "").split(/\s+/)),
    );
    const unstyled = [...used].filter((name) => name !== "" && !styled.has(name)).sort();
    expect(unstyled).toEqual(kinds);
  });
});

/** Classes that KaTeX gives without a rule of their own: they tell what a symbol is. */
const kinds = "mbin mclose minner mop mopen mord mpunct mrel mtight nobreak text".split(" ");
