import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { abbreviateFormulas } from "./abbreviate.ts";
import { compileFolder, htmlOf } from "./compile-text.ts";
import { casesIn, expectGolden, folderHere } from "./golden.ts";

/** A line break before each element that begins a line of thought; there is no white space to be kept there. */
const breakLines = (html: string) =>
  html.replace(/(?<=>)(?=<(?:aside|button|details|div|section|header|dl|label|p|li|pre)\b)/g, "\n");

const goldens = folderHere("goldens");

describe("input.md becomes output.html", () => {
  test.each(casesIn(goldens))("%s", async (name) => {
    const compiled = await compileFolder(join(goldens, name));
    expect(compiled.mistakes).toEqual([]);
    const page = `<h1>${compiled.titleHtml}</h1>\n${htmlOf(compiled)}`;
    expectGolden(join(goldens, name, "output.html"), breakLines(abbreviateFormulas(page)));
  });
});
