import { mkdir, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Manifest } from "../checks/manifest.ts";
import { recordPath } from "../checks/record.ts";
import { launchBrowser } from "../checks/verify/browser.ts";
import { makeRecord } from "../checks/verify/make-record.ts";
import { type Backend, backends, type Outcome } from "../checks/verify/outcome.ts";
import { VerifyRefusal } from "../checks/verify/refusal.ts";
import { summarize, toReport } from "../checks/verify/report.ts";
import { writeHtmlReport } from "../checks/verify/report-html.ts";
import { openSite } from "../checks/verify/site.ts";
import { verify } from "../checks/verify/verify.ts";
import type { Command } from "./command.ts";

/** `ansatz verify`: every number, formula and figure of a built site, in a real browser. */
const command: Command = {
  summary: "check every number, formula and figure of a built site in a real browser",
  usage:
    "[DIST | URL] [--only TEXT] [--backend NAMES] [--sample N] [--jobs N] [--json FILE] [--report DIR] [--record]",
  options: [
    "DIST is a built site (dist), URL the address of a served one. It needs Playwright and a Chromium.",
    "    --only TEXT       only what has TEXT in its page, its file or its experiment",
    `    --backend NAMES   of ${backends.join(",")}: only these, with commas between`,
    "    --sample N        only N states of each experiment on each backend",
    "    --jobs N          pages that are open at once (2)",
    "    --json FILE       all outcomes, as JSON",
    "    --report DIR      a page of all outcomes, with pictures of the failures",
    "    --record          keep what was confirmed in content/verified.json, for the panels of the numbers",
    "",
    "Exit code 1 if anything failed.",
  ],
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        only: { type: "string" },
        backend: { type: "string" },
        sample: { type: "string" },
        jobs: { type: "string" },
        json: { type: "string" },
        report: { type: "string" },
        record: { type: "boolean" },
      },
    });
    try {
      return await run(positionals[0] ?? "dist", values);
    } catch (error) {
      if (!(error instanceof VerifyRefusal)) throw error;
      console.error(`ansatz verify: ${error.message}`);
      return 1;
    }
  },
};
export default command;

interface Flags {
  readonly only?: string;
  readonly backend?: string;
  readonly sample?: string;
  readonly jobs?: string;
  readonly json?: string;
  readonly report?: string;
  readonly record?: boolean;
}

async function run(target: string, flags: Flags): Promise<number> {
  const { only, backend, json, report, record } = flags;
  const asked = backend === undefined ? backends : readBackends(backend);
  const sample = readCount("--sample", flags.sample);
  const jobs = readCount("--jobs", flags.jobs);
  const site = await openSite(target);
  const browser = await launchBrowser().catch(async (error: unknown) => {
    await site.close();
    throw error;
  });
  try {
    if (report !== undefined) await mkdir(report, { recursive: true });
    const outcomes = await verify(site, browser, {
      backends: asked,
      onProgress: (line) => console.log(`  ${line}`),
      ...(only === undefined ? {} : { only }),
      ...(sample === undefined ? {} : { sample }),
      ...(jobs === undefined ? {} : { jobs }),
      ...(report === undefined ? {} : { pictures: report }),
    });
    const whole = toReport(site.manifest, outcomes);
    if (json !== undefined) await writeFile(json, `${JSON.stringify(whole, null, 1)}\n`);
    if (report !== undefined) await writeHtmlReport(report, whole);
    console.log(`\n${summarize(whole)}`);
    const hasFailed = outcomes.some(({ status }) => status === "failed");
    if (record) await writeRecord(hasFailed, site.manifest, outcomes);
    return hasFailed ? 1 : 0;
  } finally {
    await browser.close();
    await site.close();
  }
}

/** Writes the course's record of a run in which nothing failed; the course is in the current folder. */
async function writeRecord(
  hasFailed: boolean,
  manifest: Manifest,
  outcomes: readonly Outcome[],
): Promise<void> {
  if (hasFailed) {
    console.error(`${recordPath} was not written, since something failed.`);
    return;
  }
  const date = new Date().toISOString().slice(0, 10);
  const text = JSON.stringify(makeRecord(manifest, outcomes, date), null, 1);
  await writeFile(recordPath, `${text}\n`);
  console.log(`Recorded in ${recordPath}: build again, and the panels of the numbers show it.`);
}

function readBackends(text: string): readonly Backend[] {
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !backends.some((each) => each === name));
  if (unknown !== undefined)
    throw new VerifyRefusal(`unknown backend \`${unknown}\`; known: ${backends.join(", ")}`);
  return backends.filter((each) => names.includes(each));
}

function readCount(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new VerifyRefusal(`\`${flag} ${text}\` is no whole number above 0`);
}
