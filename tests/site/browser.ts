import { spawnSync } from "node:child_process";
import { chromium, type LaunchOptions } from "@playwright/test";
import { chromiumOptions, findSystemChromium } from "../../checks/verify/browser.ts";

export { findSystemChromium };

/** How a Chromium is got where there is none, in the order in which it is tried. */
const installations = [
  { command: "npx", args: ["playwright", "install", "--with-deps", "chromium"] },
  { command: "npx", args: ["playwright", "install", "chromium"] },
  { command: "apt-get", args: ["update"] },
  { command: "apt-get", args: ["install", "-y", "chromium"] },
] as const;

/** What Playwright needs to start a Chromium that is there: the system's, else its own; undefined without either. */
export function findChromium(): LaunchOptions | undefined {
  return chromiumOptions(chromium.executablePath());
}

/**
 * What Playwright needs to start a Chromium, which is installed first where there is none. Throws, with what was
 * tried, if none can be installed.
 */
export function ensureChromium(): LaunchOptions {
  const found = findChromium();
  if (found !== undefined) return found;
  for (const { command, args } of installations) {
    console.log(`No Chromium here: ${command} ${args.join(" ")}`);
    spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"], timeout: 10 * 60_000 });
    const installed = findChromium();
    if (installed !== undefined) return installed;
  }
  const tried = installations.map(({ command, args }) => `\`${command} ${args.join(" ")}\``).join(", ");
  throw new Error(
    `No Chromium on the PATH, and none could be installed (tried ${tried}): install one by hand`,
  );
}
