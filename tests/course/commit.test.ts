import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nameCommit, readCommit } from "../../course/commit.ts";

let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "ansatz-commit-"));
  await mkdir(join(root, "content"));
});
afterAll(() => rm(root, { recursive: true }));

const git = (...args: string[]) =>
  execFileSync("git", args, {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, GIT_COMMITTER_DATE: "2026-11-22T23:30:00-05:00" },
  });

describe("the commit of a course", () => {
  test("is unknown where there is no repository", () => {
    expect(readCommit(root, {})).toBeUndefined();
  });

  test("is the HEAD of its repository, with its moment in universal time", async () => {
    await writeFile(join(root, "content/a.md"), "# A\n");
    git("init", "--quiet");
    expect(readCommit(root, {})).toBeUndefined();
    git("add", ".");
    git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "First");
    const hash = git("rev-parse", "HEAD").trim();
    expect(readCommit(root, {})).toEqual({
      hash,
      date: "2026-11-23",
      time: "2026-11-23T04:30:00Z",
      isDirty: false,
    });
  });

  test("is dirty where content differs from it, and not for other files", async () => {
    await writeFile(join(root, "other.txt"), "");
    expect(readCommit(root, {})?.isDirty).toBe(false);
    await writeFile(join(root, "content/b.md"), "# B\n");
    const commit = readCommit(root, {});
    expect(commit?.isDirty).toBe(true);
    expect(commit && nameCommit(commit)).toMatch(/^[\da-f]{40}-dirty$/);
  });

  test("is what ANSATZ_COMMIT says", () => {
    const read = (ANSATZ_COMMIT: string) => readCommit(root, { ANSATZ_COMMIT });
    expect(read("3f9a01c")).toEqual({ hash: "3f9a01c", isDirty: false });
    expect(read(" 3f9a01c-dirty 2026-11-22\n")).toEqual({
      hash: "3f9a01c",
      date: "2026-11-22",
      isDirty: true,
    });
    expect(read("")).toBeUndefined();
    expect(() => read("main")).toThrow(
      "ANSATZ_COMMIT is no commit: found “main”; write `HASH` or `HASH 2026-11-22`",
    );
  });
});
