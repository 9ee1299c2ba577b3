import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { ArtefactKind } from "../artefact.ts";
import { listFiles } from "../built-site.ts";
import { exportFolder } from "./export-folder.ts";

/** The whole site as a folder that opens by double click. */
const folder: ArtefactKind = {
  summary: "the whole site as a folder: open its index.html, no server is needed",
  async make({ site, to, name, say }) {
    const home = join(to, name);
    await exportFolder(site, home, say);
    return [{ path: `${name}/index.html`, title: site.title, of: "", bytes: await sizeOf(home) }];
  },
};
export default folder;

async function sizeOf(home: string): Promise<number> {
  let bytes = 0;
  for (const path of await listFiles(home)) bytes += (await stat(join(home, path))).size;
  return bytes;
}
