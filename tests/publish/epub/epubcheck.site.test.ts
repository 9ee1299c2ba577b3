import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, runExport, test } from "../exported.ts";

/** Where Debian's package puts it; its wrapper script is not needed. */
const jar = "/usr/share/java/epubcheck.jar";

test("epubcheck finds no error and no warning in the book of the course", async ({ openSite }) => {
  const hasJava = spawnSync("java", ["-version"]).status === 0;
  test.skip(!hasJava || !existsSync(jar), "not run: epubcheck and default-jre-headless are not installed");
  test.setTimeout(10 * 60_000);
  const { dist } = await openSite("based");
  const to = await mkdtemp(join(tmpdir(), "ansatz-epub-"));
  try {
    runExport("epub", "--from", dist, "--to", to);
    const book = join(to, "epub/homework.epub");
    const { status, stdout, stderr } = spawnSync("java", ["-jar", jar, book], { encoding: "utf8" });
    expect(stderr + stdout).toContain("Messages: 0 fatals / 0 errors / 0 warnings");
    expect(status).toBe(0);
  } finally {
    await rm(to, { recursive: true, force: true });
  }
});
