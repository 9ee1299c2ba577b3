import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { house } from "../tests/site/course-folder.ts";
import { type Used, watchDescendants } from "./descendants.ts";

/** What a process and those that it started used, those that are Node. */
export interface Usage {
  /** CPU time of all threads, user and system, in seconds. */
  readonly cpu: number;
  /** In seconds. */
  readonly wall: number;
  /** Peak resident memory of the largest process, in MiB. */
  readonly memory: number;
  /** What the others used that it started, as a browser, all together; about, for they are only looked at now and then. */
  readonly others: Used;
}

/** Runs a script in Node in a folder to its end and measures it. Throws with all that it said if it fails. */
export async function measure(folder: string, script: string, ...args: string[]): Promise<Usage> {
  const ledger = join(folder, "bench-ledger.jsonl");
  await rm(ledger, { force: true });
  const started = performance.now();
  const others = await run(folder, ledger, [script, ...args]);
  const wall = (performance.now() - started) / 1000;
  const lines = (await readFile(ledger, "utf8")).trim().split("\n");
  const used = lines.map((line) => JSON.parse(line) as { cpu: number; memory: number });
  return {
    cpu: used.reduce((sum, { cpu }) => sum + cpu, 0),
    wall,
    memory: Math.max(...used.map(({ memory }) => memory)),
    others,
  };
}

async function run(cwd: string, ledger: string, args: string[]): Promise<Used> {
  const { NODE_ENV: _environment, ...rest } = process.env;
  const options = `${rest["NODE_OPTIONS"] ?? ""} --import=${join(house, "bench/meter.ts")}`;
  const env = { ...rest, NODE_OPTIONS: options, BENCH_LEDGER: ledger, ASTRO_TELEMETRY_DISABLED: "1" };
  const started = spawn(process.execPath, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const stop = watchDescendants(started.pid ?? 0);
  const said: string[] = [];
  for (const stream of [started.stdout, started.stderr]) stream.on("data", (data) => said.push(String(data)));
  const code = await new Promise<number | null>((resolve) => started.once("close", resolve));
  const others = stop();
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}:\n${said.join("")}`);
  return others;
}
