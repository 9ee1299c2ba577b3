import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, vi } from "vitest";
import type { Command } from "../../cli/command.ts";

/** A page with two parts. */
export const coins = "# Walks\n\n## (a) Coins\n\n## (b) Dice\n";

/** A course of one page, in which commands are run. */
export interface CommandCourse {
  readonly root: string;
  /** Replaces the page's text. */
  write(text: string): Promise<void>;
  /** The text of the course's ledger. */
  ledger(): Promise<string>;
  /** Runs a command in the course; the exit code and what it printed. */
  run(command: Command, ...args: string[]): Promise<readonly [code: number, output: string]>;
}

/** A course in a temporary folder for all tests of a file; while they run, commands take it for the working folder. */
export function useCommandCourse(): CommandCourse {
  let [root, output] = ["", ""];
  const write = (text: string) => writeFile(join(root, "content/walks.md"), text);
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "ansatz-commands-"));
    await mkdir(join(root, "content"));
    await write(coins);
    vi.spyOn(process, "cwd").mockReturnValue(root);
    for (const method of ["log", "error"] as const) {
      vi.spyOn(console, method).mockImplementation((line: string) => {
        output += `${line}\n`;
      });
    }
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await rm(root, { recursive: true });
  });
  return {
    get root() {
      return root;
    },
    write,
    ledger: () => readFile(join(root, "content/tags.txt"), "utf8"),
    async run(command, ...args) {
      output = "";
      return [await command.run(args), output];
    },
  };
}
