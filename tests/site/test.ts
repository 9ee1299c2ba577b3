import { test as base } from "@playwright/test";
import { type Site, type SiteName, siteNamed } from "./sites.ts";
import { type StaticServer, serve } from "./static-server.ts";

/** A site with the address at which it is served. */
export interface ServedSite extends Site {
  /** Address of the course's index, with a slash at its end. */
  readonly url: string;
}

interface Fixtures {
  /** Which site a test looks at; `test.use({siteName: "based"})` chooses another. */
  siteName: SiteName;
  /** The site, built once a run and served. Relative addresses of `page.goto` start at its index. */
  site: ServedSite;
}

interface WorkerFixtures {
  /** Opens a site; what is open is served until the worker ends. */
  openSite: (name: SiteName) => Promise<ServedSite>;
}

/** Playwright's `test` on a built and served site. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  openSite: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern that nothing is needed
    async ({}, use) => {
      const servers: StaticServer[] = [];
      const open = new Map<SiteName, ServedSite>();
      await use(async (name) => {
        const site = open.get(name) ?? (await serveSite(name, servers));
        open.set(name, site);
        return site;
      });
      await Promise.all(servers.map((server) => server.close()));
    },
    { scope: "worker" },
  ],
  siteName: ["reference", { option: true }],
  site: [async ({ openSite, siteName }, use) => use(await openSite(siteName)), { timeout: 6 * 60_000 }],
  baseURL: async ({ site }, use) => use(site.url),
});

/** Whether the full counts are asked for (`npm run test:all`); without it, slow suites take a sample. */
export const isFull = Boolean(process.env["ANSATZ_FULL"]);

/** The folder of the run's sites, set before all tests. */
export function sitesFolder(): string {
  const folder = process.env["ANSATZ_SITES"];
  if (folder === undefined) throw new Error("ANSATZ_SITES is not set: run the tests with `playwright test`");
  return folder;
}

async function serveSite(name: SiteName, servers: StaticServer[]): Promise<ServedSite> {
  const site = await siteNamed(name, sitesFolder());
  const server = await serve(site.dist, site.base);
  servers.push(server);
  return { ...site, url: server.url };
}

export { expect } from "@playwright/test";
