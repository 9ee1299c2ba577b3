import { chmod, mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { findChromium, findSystemChromium } from "./browser.ts";
import { expect, test } from "./test.ts";

test("a Chromium on the search path is found under any of its names, the most exact first", async ({
  browserName: _name,
}, info) => {
  const [first, second] = [info.outputPath("first"), info.outputPath("second")];
  await mkdir(first, { recursive: true });
  await mkdir(second, { recursive: true });
  const searchPath = [first, second].join(delimiter);
  expect(findSystemChromium(searchPath)).toBeUndefined();
  await writeProgram(join(first, "google-chrome"));
  expect(findSystemChromium(searchPath)).toBe(join(first, "google-chrome"));
  await writeProgram(join(second, "chromium"));
  expect(findSystemChromium(searchPath)).toBe(join(second, "chromium"));
});

test("a file that cannot be run is no Chromium", async ({ browserName: _name }, info) => {
  await mkdir(info.outputPath(), { recursive: true });
  await writeFile(info.outputPath("chromium"), "");
  expect(findSystemChromium(info.outputPath())).toBeUndefined();
});

test("a system's Chromium is started with WebGPU and without calls to its maker", async () => {
  test.skip(findSystemChromium() === undefined, "not run: this machine uses Playwright's own browser");
  expect(findChromium()?.executablePath).toBe(findSystemChromium());
  expect(findChromium()?.args).toEqual(
    expect.arrayContaining(["--enable-unsafe-webgpu", "--disable-background-networking"]),
  );
});

async function writeProgram(path: string): Promise<void> {
  await writeFile(path, "#!/bin/sh\n");
  await chmod(path, 0o755);
}
