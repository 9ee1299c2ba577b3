import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readBuiltSite } from "../../../publish/built-site.ts";
import { Pictures } from "../../../publish/epub/pictures.ts";
import { Refusal } from "../../../publish/refusal.ts";
import { writeSite } from "../sites.ts";

const index =
  '<html data-root="/"><img src="a.svg" alt="A"><img src="a.svg" alt="A"><img src="b.webp" alt="B">';
/** One pixel. */
const webp = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

async function pictures(files: Readonly<Record<string, string>>, image: Uint8Array) {
  const folder = await writeSite({ "index.html": index, ...files });
  await writeFile(join(folder, "b.webp"), image);
  return new Pictures(await readBuiltSite(folder));
}

test("a picture is in the book once, a newer format as PNG, a drawing with names for ids", async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><g id="a b"/><use href="#a b" fill="url(#c)"/></svg>';
  const found = await pictures({ "a.svg": svg }, Buffer.from(webp, "base64"));
  const files = await found.read("index.html", index);
  expect([...files]).toEqual([
    ["a.svg", "picture-1.svg"],
    ["b.webp", "picture-2.png"],
  ]);
  const [drawing, photo] = found.all;
  expect(Buffer.from(drawing?.bytes ?? []).toString()).toContain(
    '<g id="a_20_b"/><use href="#a_20_b" fill="url(#c)"/>',
  );
  expect(photo?.mediaType).toBe("image/png");
  expect(
    Buffer.from(photo?.bytes ?? [])
      .subarray(1, 4)
      .toString(),
  ).toBe("PNG");
});

test("a damaged picture of a newer format is refused by name", async () => {
  const found = await pictures({ "a.svg": "<svg/>" }, Buffer.from("no picture"));
  await expect(found.read("index.html", index)).rejects.toThrow(Refusal);
  await expect(found.read("index.html", index)).rejects.toThrow(/`b\.webp`.*save it as PNG, JPEG or SVG/);
});
