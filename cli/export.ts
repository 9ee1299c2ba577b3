import { join } from "node:path";
import { parseArgs } from "node:util";
import { slug } from "github-slugger";
import { formatReport, MistakesError } from "../mistakes/mistake.ts";
import { readBuiltSite } from "../publish/built-site.ts";
import { exportFolder } from "../publish/folder/export-folder.ts";
import { Refusal } from "../publish/refusal.ts";
import type { Command } from "./command.ts";

/** `ansatz export`: a built site as a folder that opens by double click. */
const command: Command = {
  summary: "make a folder of the built site that opens by double click, offline",
  usage: "[--from DIST] [--to FOLDER]",
  async run(args) {
    const { values } = parseArgs({
      args,
      options: { from: { type: "string", default: "dist" }, to: { type: "string" } },
    });
    try {
      await writeFolder(values.from, values.to);
      return 0;
    } catch (error) {
      if (error instanceof MistakesError) {
        console.error(`${formatReport(error.mistakes)}\nNothing was exported.`);
      } else if (error instanceof Refusal) console.error(`ansatz export: ${error.message}`);
      else throw error;
      return 1;
    }
  },
};
export default command;

async function writeFolder(from: string, to: string | undefined): Promise<void> {
  const start = performance.now();
  const site = await readBuiltSite(from);
  const folder = to ?? join("export", slug(site.title) || "course");
  await exportFolder(site, folder, (step, done) => console.log(`  ${step.padEnd(12)} ${done}`));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`Wrote ${join(folder, "index.html")} in ${seconds} s: open it, no server is needed.`);
}
