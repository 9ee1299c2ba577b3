import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type LaunchOptions } from "@playwright/test";

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

/** How a Chromium is got where there is none, in the order in which it is tried. */
const installations = [
  { command: "npx", args: ["playwright", "install", "--with-deps", "chromium"] },
  { command: "npx", args: ["playwright", "install", "chromium"] },
  { command: "apt-get", args: ["update"] },
  { command: "apt-get", args: ["install", "-y", "chromium"] },
] as const;

/** The first Chromium on a search path; undefined where there is none. */
export function findSystemChromium(searchPath = process.env["PATH"] ?? ""): string | undefined {
  const folders = searchPath.split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** What Playwright needs to start a Chromium that is there: the system's, else its own; undefined without either. */
export function findChromium(): LaunchOptions | undefined {
  const executablePath = findSystemChromium();
  if (executablePath !== undefined) return { executablePath, args: systemArgs };
  return existsSync(chromium.executablePath()) ? { args: ["--enable-unsafe-webgpu"] } : undefined;
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

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
