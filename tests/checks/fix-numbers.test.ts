import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { applyFixes, fixOf, type NumberFix, writeFixes } from "../../checks/fix-numbers.ts";
import type { QuantityLink } from "../../markdown/document.ts";
import { link, thirds } from "./thirds.ts";

/** The fixes of every link that stands in a text, as the pipeline would find them. */
function fixesIn(text: string): NumberFix[] {
  return linksIn(text).flatMap((each) => fixOf(each, thirds) ?? []);
}

function linksIn(text: string): QuantityLink[] {
  const bare = text.replace(/^\uFEFF/, "");
  return [...bare.matchAll(/\[([^\]]*)\]\(quantity:thirds\/(\w+)(?:\?x=([^)]*))?\)/g)].map((match) => {
    const [, typed = "", quantity = "", x] = match;
    const lines = bare.slice(0, match.index).split("\n");
    const column = (lines.at(-1)?.length ?? 0) + 1;
    return link(typed, quantity, x === undefined ? {} : { x }, { line: lines.length, column });
  });
}

describe("a fix", () => {
  test.each([
    ["a [0.334](quantity:thirds/third) b", "a [0.333](quantity:thirds/third) b"],
    ["[0.334 nats](quantity:thirds/third)", "[0.333 nats](quantity:thirds/third)"],
    ["[12 %](quantity:thirds/share?x=-1)", "[−33 %](quantity:thirds/share?x=-1)"],
    ["[-1.00](quantity:thirds/share?x=-1)", "[-0.33](quantity:thirds/share?x=-1)"],
    ["[1.2·10⁻³](quantity:thirds/share)", "[3.3·10⁻¹](quantity:thirds/share)"],
    ["[6,667](quantity:thirds/big)", "[3,333](quantity:thirds/big)"],
    ["[4](quantity:thirds/infinite)", "[∞](quantity:thirds/infinite)"],
    [
      "\uFEFFé\r\n|[0.1](quantity:thirds/third)|[0.2](quantity:thirds/third?x=3)|\r\n",
      "\uFEFFé\r\n|[0.3](quantity:thirds/third)|[1.0](quantity:thirds/third?x=3)|\r\n",
    ],
  ])("writes the number as it was typed: %j", (before, after) => {
    expect(applyFixes(before, fixesIn(before)).text).toBe(after);
  });

  test.each([
    "[0.333](quantity:thirds/third)",
    "[a third](quantity:thirds/third)",
    "[0.334 bits](quantity:thirds/third)",
    "[0.333](quantity:thirds/third?x=11)",
    "[1.004](quantity:thirds/rough)",
  ])("leaves alone what is right, and what no other number would mend: %j", (text) => {
    expect(fixesIn(text)).toEqual([]);
  });

  test("is refused where the digits that are meant are not known", () => {
    expect(fixesIn("[∞](quantity:thirds/third)")[0]?.refusal).toContain("how many digits");
  });

  test("is refused where another text stands at its place", () => {
    const [fix] = fixesIn("[0.334](quantity:thirds/third)");
    for (const text of ["[**0.334**](quantity:thirds/third)", "x[0.334](quantity:thirds/third)", ""]) {
      const { text: after, outcomes } = applyFixes(text, fix ? [fix] : []);
      expect(after).toBe(text);
      expect(outcomes[0]?.refusal).toContain("not written plainly");
    }
  });

  test("changes the file on disk byte for byte, and no other", async () => {
    const root = await mkdtemp(join(tmpdir(), "ansatz-fix-"));
    const text = "a\r\n[0.334](quantity:thirds/third) – 0.334\r\n";
    await writeFile(join(root, "a.md"), text);
    const fixes = fixesIn(text).map((fix) => ({ ...fix, link: { ...fix.link, file: "a.md" } }));
    await writeFixes(root, fixes);
    expect(await readFile(join(root, "a.md"), "utf8")).toBe(text.replace("[0.334]", "[0.333]"));
    await writeFile(join(root, "a.md"), Buffer.from([0x5b, 0xff, 0x5d]));
    expect((await writeFixes(root, fixes))[0]?.refusal).toContain("not UTF-8");
  });
});
