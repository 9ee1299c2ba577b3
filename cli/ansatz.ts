import { suggestion } from "../mistakes/suggest.ts";
import type { Command } from "./command.ts";

/** The commands, each in a file of its own that is loaded when it is called. */
const commands: Readonly<Record<string, () => Promise<{ default: Command }>>> = {
  anchors: () => import("./anchors.ts"),
  check: () => import("./check.ts"),
  export: () => import("./export.ts"),
  new: () => import("./new.ts"),
  publish: () => import("./publish.ts"),
  tags: () => import("./tags.ts"),
  verify: () => import("./verify.ts"),
};

const [name = "help", ...rest] = process.argv.slice(2);
process.exitCode = await run(name, rest);

async function run(command: string, args: string[]): Promise<number> {
  if (command === "help" || command === "--help" || command === "-h") return help();
  const load = commands[command];
  if (load === undefined) {
    console.error(`ansatz: unknown command \`${command}\`. ${suggestion(command, Object.keys(commands))}`);
    return 2;
  }
  const { default: loaded } = await load();
  const synopsis = `ansatz ${command} ${loaded.usage}`.trim();
  if (args.includes("--help") || args.includes("-h")) {
    console.log(`${synopsis}\n    ${loaded.summary}`);
    if (loaded.options !== undefined) console.log(["", ...loaded.options].join("\n"));
    if (loaded.details !== undefined) console.log(await loaded.details());
    return 0;
  }
  try {
    return await loaded.run(args);
  } catch (error) {
    if (!isMisuse(error)) throw error;
    console.error(`ansatz ${command}: ${error.message}\nusage: ${synopsis}`);
    return 2;
  }
}

/** Whether `parseArgs` refused the arguments. */
function isMisuse(error: unknown): error is Error {
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

async function help(): Promise<number> {
  console.log("ansatz: worked solutions that check themselves\n");
  for (const [command, load] of Object.entries(commands)) {
    const { default: loaded } = await load();
    console.log(`  ansatz ${command.padEnd(9)} ${loaded.summary}`);
  }
  console.log("\n`ansatz check --help` says what `ansatz check` takes, and so for each command.");
  return 0;
}
