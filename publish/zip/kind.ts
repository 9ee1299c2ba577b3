import { dirname, join } from "node:path";
import type { ArtefactKind } from "../artefact.ts";
import { withDraft } from "../draft.ts";
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
    return withDraft(join(to, ".zip"), async (parent) => {
      await exportFolder(site, join(parent, name), say);
      return [{ ...artefact, bytes: await writeZip(join(parent, name), name, join(to, path)) }];
    });
  },
};
export default zip;
