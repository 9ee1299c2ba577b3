import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Browser, LaunchOptions } from "playwright";
import { VerifyRefusal } from "./refusal.ts";

/** Names of a Chromium that the system brings, the most exact first. */
const names = ["chromium", "chromium-browser", "google-chrome"];

/** A system's Chromium phones home and wants a sandbox that a container does not have; WebGPU is behind a flag. */
const systemArgs = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--enable-unsafe-webgpu",
];

/** The first Chromium on a search path; undefined where there is none. */
export function findSystemChromium(searchPath = process.env["PATH"] ?? ""): string | undefined {
  const folders = searchPath.split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** What Playwright needs to start a Chromium: the system's, else its own at a path; undefined without either. */
export function chromiumOptions(ownPath: string): LaunchOptions | undefined {
  const executablePath = findSystemChromium();
  if (executablePath !== undefined) return { executablePath, args: systemArgs };
  return existsSync(ownPath) ? { args: ["--enable-unsafe-webgpu"] } : undefined;
}

/** A Chromium that has started; throws a refusal where Playwright or the browser is not installed. */
export async function launchBrowser(): Promise<Browser> {
  const { chromium } = await import("playwright").catch(() => {
    throw new VerifyRefusal(
      "Playwright is not installed, and without it no page can be read in a browser: npm install --save-dev playwright",
    );
  });
  const options = chromiumOptions(chromium.executablePath());
  if (options === undefined) {
    throw new VerifyRefusal(
      "There is no Chromium on this machine: npx playwright install --with-deps chromium",
    );
  }
  return chromium.launch(options);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
