import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { replaceFolder, withDraft } from "../../publish/draft.ts";
import { writeSite } from "./sites.ts";

test("a draft goes, whether what it was for succeeds or fails", async () => {
  const place = await writeSite({ "a.txt": "before" });
  await withDraft(place, async (draft) => {
    await mkdir(draft);
    await writeFile(join(draft, "a.txt"), "after");
    replaceFolder(place, draft);
  });
  expect(await readFile(join(place, "a.txt"), "utf8")).toBe("after");
  const failing = withDraft(place, async (draft) => {
    await mkdir(draft);
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(await readdir(dirname(place))).toEqual(["dist"]);
});

for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const) {
  test(`${signal} leaves nothing half-made, and what was there before`, async () => {
    const place = await writeSite({ "a.txt": "before" });
    const module = new URL("../../publish/draft.ts", import.meta.url).href;
    const script = `
      import { mkdirSync } from "node:fs";
      import { withDraft } from ${JSON.stringify(module)};
      setInterval(() => {}, 1000);
      await withDraft(${JSON.stringify(place)}, (draft) => {
        mkdirSync(draft);
        console.log("making");
        return new Promise(() => {});
      });`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
    await once(child.stdout, "data");
    child.kill(signal);
    const [status] = await once(child, "exit");
    expect(status).toBe(code);
    expect(await readdir(dirname(place))).toEqual(["dist"]);
    expect(await readFile(join(place, "a.txt"), "utf8")).toBe("before");
  });
}
