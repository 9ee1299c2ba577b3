import { type ChildProcess, execFile, spawn } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Mistake } from "../../mistakes/mistake.ts";
import { house } from "./course-folder.ts";

/** What a command left behind. */
export interface Outcome {
  readonly code: number | null;
  /** Standard output and error, as they came. */
  readonly output: string;
}

/** Runs an Astro command in a course's folder to its end. */
export async function runAstro(folder: string, ...args: string[]): Promise<Outcome> {
  const { process: running, output } = startAstro(folder, ...args);
  const code = await new Promise<number | null>((resolve) => running.once("close", resolve));
  return { code, output: output() };
}

/** Builds the course in a folder. Throws, with all that the build said, unless it succeeds. */
export async function build(folder: string, ...args: string[]): Promise<void> {
  const { code, output } = await runAstro(folder, "build", ...args);
  if (code !== 0) throw new Error(`astro build ended with ${code}:\n${output}`);
}

/** Every mistake of the course in a folder, as `ansatz check --json` reports them. */
export async function checkCourse(folder: string): Promise<readonly Mistake[]> {
  const run = promisify(execFile)(process.execPath, [join(folder, "cli/ansatz.mjs"), "check", "--json"], {
    cwd: folder,
    env: cleanEnvironment(),
    maxBuffer: 2 ** 26,
  });
  const { stdout, stderr } = await run.catch((error: { stdout: string; stderr: string }) => error);
  if (!stdout.startsWith("{")) throw new Error(`ansatz check has failed:\n${stderr}`);
  return (JSON.parse(stdout) as { mistakes: readonly Mistake[] }).mistakes;
}

/** Starts an Astro command and leaves it running; `output` is what it has said so far. */
export function startAstro(
  folder: string,
  ...args: string[]
): { process: ChildProcess; output: () => string } {
  const started = spawn(process.execPath, [join(house, "node_modules/astro/bin/astro.mjs"), ...args], {
    cwd: folder,
    env: { ...cleanEnvironment(), ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const chunks: string[] = [];
  for (const stream of [started.stdout, started.stderr])
    stream.on("data", (data) => chunks.push(String(data)));
  return { process: started, output: () => chunks.join("") };
}

/** The environment without what test runners add to it: a build must not know that it is tested. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { NODE_ENV: _environment, NODE_OPTIONS: _options, FORCE_COLOR: _color, ...rest } = process.env;
  return rest;
}
