import { join } from "node:path";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { slug } from "github-slugger";
import { formatReport, MistakesError } from "../mistakes/mistake.ts";
import type { ArtefactKind } from "../publish/artefact.ts";
import { readBuiltSite } from "../publish/built-site.ts";
import { readCourseMap } from "../publish/course-map.ts";
import { kinds } from "../publish/kinds.ts";
import { makeArtefacts, type Outcome } from "../publish/make-artefacts.ts";
import { readProvenance } from "../publish/provenance.ts";
import { Refusal } from "../publish/refusal.ts";
import type { Command } from "./command.ts";

const own = {
  from: { type: "string", default: "dist" },
  to: { type: "string", default: "export" },
  only: { type: "string", multiple: true, default: [] },
} as const satisfies ParseArgsOptionsConfig;

/** `ansatz export`: what leaves the building, out of a built site. */
const command: Command = {
  summary: "make what is read offline out of the built site: a folder, a zip, single files, …",
  usage: "[KIND…] [--only ADDRESS]… [--from DIST] [--to FOLDER]",
  details,
  async run(args) {
    const loaded = await loadKinds(Object.keys(kinds));
    const options = Object.assign({}, ...[...loaded.values()].map((kind) => kind.options ?? {}), own);
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: options as typeof own,
    });
    const unknown = positionals.find((name) => !loaded.has(name));
    if (unknown !== undefined) {
      console.error(`ansatz export: unknown kind \`${unknown}\`; there are ${[...loaded.keys()].join(", ")}`);
      return 2;
    }
    try {
      const chosen = positionals.length === 0 ? [...loaded.keys()] : positionals;
      const wanted = new Map([...loaded].filter(([name]) => chosen.includes(name)));
      return await exportSite(values, wanted, positionals.length > 0);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      console.error(`ansatz export: ${error.message}`);
      return 1;
    }
  },
};
export default command;

async function exportSite(
  { from, to, only, ...options }: { from: string; to: string; only: string[] },
  wanted: ReadonlyMap<string, ArtefactKind>,
  isAsked: boolean,
): Promise<number> {
  const site = await readBuiltSite(from);
  const map = await readCourseMap(site);
  const pages = only.map((address) => address.replaceAll(/^\/+|\/+$/g, ""));
  const unknown = pages.find((address) => !map.has(address));
  if (unknown !== undefined) {
    throw new Refusal(`\`--only ${unknown}\` is no problem or assignment: ${[...map.keys()].join(", ")}`);
  }
  const name = folderName(site.title);
  const request = { site, map, provenance: await readProvenance(site), to, name, only: pages, options };
  const outcomes = await makeArtefacts(request, wanted, (line) => console.log(line));
  for (const outcome of outcomes) report(outcome);
  const isBroken = ({ error, obstacle }: Outcome) =>
    error !== undefined || (isAsked && obstacle !== undefined);
  if (outcomes.some(isBroken)) return 1;
  console.log(`All that was made is in ${to}; ${join(to, "artefacts.json")} lists it.`);
  return 0;
}

/** The slug of the course's title, unless that is what the export folder has for something else. */
function folderName(title: string): string {
  const name = slug(title) || "course";
  return name in kinds ? `${name}-course` : name;
}

function report({ kind, error, obstacle }: Outcome): void {
  if (obstacle !== undefined) console.error(`No ${kind}: ${obstacle}`);
  if (error instanceof MistakesError) {
    console.error(`${formatReport(error.mistakes)}\nNo ${kind} was made.`);
  } else if (error !== undefined) console.error(`No ${kind}: ${error.message}`);
}

async function loadKinds(names: readonly string[]): Promise<Map<string, ArtefactKind>> {
  const loaded = new Map<string, ArtefactKind>();
  for (const name of names) {
    const kind = await kinds[name]?.();
    if (kind !== undefined) loaded.set(name, kind.default);
  }
  return loaded;
}

/** The kinds and their options, for `--help`. */
async function details(): Promise<string> {
  const lines = [...(await loadKinds(Object.keys(kinds)))].flatMap(([name, { summary, usage = [] }]) => [
    `    ${name.padEnd(8)} ${summary}`,
    ...usage.map((line) => `             ${line}`),
  ]);
  return [
    "",
    "Kinds; without any, all that this machine can make:",
    ...lines,
    "",
    "    --only ADDRESS   of what is made page by page, only this problem or assignment; may be repeated",
    "    --from DIST      the built site (dist)",
    "    --to FOLDER      where it goes: a new folder, an empty one or one of exports (export)",
  ].join("\n");
}
