import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ArtefactKind } from "../artefact.ts";
import { exportFolder } from "../folder/export-folder.ts";
import { writeZip } from "./write-zip.ts";

/** The folder as one file to hand on; equal sites give equal bytes. */
const zip: ArtefactKind = {
  summary: "the folder as one file to hand on",
  async make({ site, to, name, made, say }) {
    const path = `${name}.zip`;
    const artefact = { path, title: site.title, of: "" };
    const [folder] = made.get("folder") ?? [];
    if (folder !== undefined) {
      return [{ ...artefact, bytes: await writeZip(join(to, dirname(folder.path)), name, join(to, path)) }];
    }
    await mkdir(to, { recursive: true });
    const parent = await mkdtemp(join(to, ".zip-"));
    try {
      await exportFolder(site, join(parent, name), say);
      return [{ ...artefact, bytes: await writeZip(join(parent, name), name, join(to, path)) }];
    } finally {
      await rm(parent, { recursive: true, force: true });
    }
  },
};
export default zip;
