import { spawnSync } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { house } from "../site/course-folder.ts";
import type { SiteName } from "../site/sites.ts";
import { test as siteTest } from "../site/test.ts";
import { type Firefox, startFirefox } from "./firefox.ts";

export { expect, isFull } from "../site/test.ts";

/** A path that must be escaped in an address, in every way in which one can. */
const awkward = "My folder #1 (ü) 50%";

interface WorkerFixtures {
  /** The folder that was exported from a site. */
  folderOf: (name: SiteName) => Promise<string>;
  /** Firefox, started when the first test asks for it; undefined where none is installed. */
  firefox: Firefox | undefined;
}

/** Playwright's `test` on a folder exported from a built site, open from disk with the network off. */
export const test = siteTest.extend<object, WorkerFixtures>({
  folderOf: [
    async ({ openSite }, use, { workerIndex }) => {
      const folders = new Map<SiteName, Promise<string>>();
      await use((name) => {
        const folder = folders.get(name) ?? openSite(name).then((site) => exportSite(site.root, workerIndex));
        folders.set(name, folder);
        return folder;
      });
    },
    { scope: "worker", timeout: 4 * 60_000 },
  ],
  firefox: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern that nothing is needed
    async ({}, use) => {
      const firefox = await startFirefox();
      await use(firefox);
      await firefox?.close();
    },
    { scope: "worker", timeout: 15 * 60_000 },
  ],
  context: async ({ context }, use) => {
    await context.setOffline(true);
    await use(context);
  },
});

async function exportSite(root: string, worker: number): Promise<string> {
  const to = join(root, `exported-${worker}`, awkward);
  runExport("folder", "--from", join(root, "dist"), "--to", to);
  const [name] = (await readdir(to)).filter((entry) => entry !== "artefacts.json");
  return join(to, name ?? "");
}

/** Runs `ansatz export`; throws with all that it said if it fails. */
export function runExport(...args: readonly string[]): string {
  const command = ["cli/ansatz.ts", "export", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: house, encoding: "utf8" });
  if (status !== 0) throw new Error(`ansatz export ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}
