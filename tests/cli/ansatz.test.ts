import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const program = join(import.meta.dirname, "../../cli/ansatz.mjs");
let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ansatz-cli-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function ansatz(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, CI: "" },
  });
  return { status, stdout, stderr };
}

describe("the command line", () => {
  test("an unknown command is refused with the nearest one", () => {
    const { status, stderr } = ansatz("chek");
    expect(status).toBe(2);
    expect(stderr).toContain("unknown command `chek`. Did you mean `check`?");
  });

  test("an unknown option is refused with the usage, and without a stack trace", () => {
    const { status, stderr } = ansatz("check", "--foo");
    expect(status).toBe(2);
    expect(stderr).toContain("usage: ansatz check [FILE…] [--json] [--audit] [--strict] [--fix]");
    expect(stderr).not.toContain("    at ");
  });

  test("every command explains itself, with each of its options, and does nothing else", () => {
    for (const command of ["anchors", "check", "export", "new", "publish", "tags", "verify"]) {
      const { status, stdout } = ansatz(command, "--help");
      expect(status).toBe(0);
      expect(stdout).toContain(`ansatz ${command}`);
      const [usage = "", ...explained] = stdout.split("\n");
      for (const [option] of usage.matchAll(/--[a-z]+/g)) expect(explained.join("\n")).toContain(option);
    }
    expect(existsSync(join(root, "content"))).toBe(false);
  });

  test("a course without a problem is a mistake with a remedy", () => {
    const { status, stderr } = ansatz("check");
    expect(status).toBe(1);
    expect(stderr).toContain("There is no problem in `content/`");
  });

  test("the skeleton of a solution has no mistakes, and its display is checked", () => {
    expect(ansatz("new", "homework/problem-6", "A title").status).toBe(0);
    const { stdout } = ansatz("check", "--strict");
    expect(stdout).toContain("No mistakes in 1 problem.");
    expect(stdout).toMatch(/^ +verified +1 +0$/m);
  });

  test("an existing solution is never written over", () => {
    ansatz("new", "homework/problem-6", "First");
    const { status, stderr } = ansatz("new", "homework/problem-6", "Second");
    expect(status).toBe(1);
    expect(stderr).toContain("is already there; nothing was changed");
    expect(readFileSync(join(root, "content/homework/problem-6/index.md"), "utf8")).toContain("# First");
  });

  test("a path that is no address is refused", () => {
    for (const path of ["--force", "../outside", "a b", ""]) expect(ansatz("new", path).status).toBe(2);
    expect(existsSync(join(root, "content"))).toBe(false);
  });
});
