import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listFiles } from "./page-list.ts";
import { expect, test } from "./test.ts";

test("two builds of one state in two folders are the same to the byte", async ({ openSite }) => {
  test.setTimeout(10 * 60_000);
  const [first, second] = [await openSite("reference"), await openSite("again")];
  expect(first.root).not.toBe(second.root);
  const digests = await digestsOf(first.dist);
  expect(digests.length).toBeGreaterThan(40);
  expect(await digestsOf(second.dist)).toEqual(digests);
});

test("no page names the folder that it was built in", async ({ site }) => {
  for (const file of await listFiles(site.dist)) {
    const text = await readFile(join(site.dist, file), "latin1");
    expect(text.includes(site.root), file).toBe(false);
  }
});

/** `digest path` of every file below a folder. */
async function digestsOf(folder: string): Promise<string[]> {
  const lines = (await listFiles(folder)).map(async (file) => {
    const digest = createHash("sha256").update(await readFile(join(folder, file)));
    return `${digest.digest("hex")} ${file}`;
  });
  return Promise.all(lines);
}
