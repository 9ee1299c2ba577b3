import { closeSites, openSites } from "./sites.ts";

/** Before all tests: a folder for the sites that they build. Returns what removes it in the end. */
export default async function openRun(): Promise<() => Promise<void>> {
  const folder = await openSites();
  process.env["ANSATZ_SITES"] = folder;
  return () => closeSites(folder);
}
