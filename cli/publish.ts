import { parseArgs } from "node:util";
import { publishDownloads } from "../publish/app/downloads.ts";
import { downloadsFolder } from "../publish/app/places.ts";
import { Refusal } from "../publish/refusal.ts";
import { formatSize } from "../publish/size.ts";
import type { Command } from "./command.ts";

/** `ansatz publish`: offers the exports for download on the site's page “Read offline”. */
const command: Command = {
  summary: "lay the exports beside the built site, and list them on its page “Read offline”",
  usage: "[--from EXPORT] [--to DIST]",
  options: [
    "    --from EXPORT   what `ansatz export` made (export)",
    "    --to DIST       the built site that is changed (dist)",
  ],
  async run(args) {
    const { values } = parseArgs({
      args,
      options: { from: { type: "string", default: "export" }, to: { type: "string", default: "dist" } },
    });
    try {
      const artefacts = await publishDownloads(values.from, values.to);
      for (const { kind, path, bytes } of artefacts) {
        console.log(
          `  ${kind.padEnd(8)} ${formatSize(bytes).padStart(9)}  ${values.to}/${downloadsFolder}/${path}`,
        );
      }
      console.log(`${artefacts.length} files are offered on “Read offline”.`);
      return 0;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      console.error(`ansatz publish: ${error.message}`);
      return 1;
    }
  },
};
export default command;
