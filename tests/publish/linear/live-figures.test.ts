import { expect, test } from "vitest";
import { readBuiltSite } from "../../../publish/built-site.ts";
import { applyEdits } from "../../../publish/edits.ts";
import { parseElements } from "../../../publish/html.ts";
import { figureEdits, readLiveFigures } from "../../../publish/linear/live-figures.ts";
import { writeSite } from "../sites.ts";

const page = '<body><figure class="figure" id="fig-a"><p>A</p></figure></body>';

async function liveFigures(live: string | undefined) {
  const anchors = [{ address: "hw/p1/#fig-a", page: "t/7K3F/", state: "live" }];
  const folder = await writeSite({
    "index.html": '<html data-root="/"></html>',
    "anchors.json": JSON.stringify({ version: 1, anchors }),
  });
  const figures = await readLiveFigures(await readBuiltSite(folder), live);
  return applyEdits(page, figureEdits(page, parseElements(page), "hw/p1", figures));
}

test("a figure has its permanent address and a code of it", async () => {
  const text = await liveFigures("https://c.example/x/");
  expect(text).toContain('<a href="https://c.example/x/t/7K3F/">');
  expect(text).toContain('role="img" aria-label="QR code of https://c.example/x/t/7K3F/"');
  expect(text).toContain('<span class="live-words">c.example/x/t/7K3F</span>');
});

test("without the site's address it has neither", async () => {
  expect(await liveFigures(undefined)).toBe(page);
});
