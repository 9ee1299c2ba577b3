import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import anchors from "../../cli/anchors.ts";
import tags from "../../cli/tags.ts";
import { coins, useCommandCourse } from "./command-course.ts";

const course = useCommandCourse();
const { write, ledger, run } = course;

const writeLedger = (text: string) => writeFile(join(course.root, "content/tags.txt"), text);
const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], { cwd: course.root });

test("`ansatz anchors --since` compares with a commit, and fails on a lost tag", {
  timeout: 60_000,
}, async () => {
  await write("# Walks\n");
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "-m", "Without tags");
  await write(coins);
  await run(tags);
  expect(await run(anchors, "--since", "HEAD")).toEqual([
    0,
    expect.stringMatching(
      /^added {4}\w{4} problem walks$[\s\S]*^Since HEAD: 3 added, 0 moved, 0 retired, 0 lost\.$/m,
    ),
  ]);
  git("add", ".");
  git("commit", "--quiet", "-m", "With tags");

  await write("# Walks\n\n## (a) Coins\n\n## (c) Dice\n");
  const tag = /^(\S+) .*walks#b$/m.exec(await ledger())?.[1] ?? "";
  expect(await run(anchors, "--since", "HEAD")).toEqual([
    1,
    `LOST     ${tag} walks#b: its item is gone: \`ansatz tags move\` or \`ansatz tags retire\`\n` +
      "Since HEAD: 0 added, 0 moved, 0 retired, 1 lost.\n",
  ]);
  await run(tags, "move", tag, "walks#c");
  const [code, json] = await run(anchors, "--since", "HEAD", "--json");
  expect([code, JSON.parse(json)]).toEqual([
    0,
    { since: "HEAD", added: [], moved: [{ tag, from: "walks#b", to: "walks#c" }], retired: [], lost: [] },
  ]);

  await writeLedger((await ledger()).replace(new RegExp(`^${tag} .*\n`, "m"), ""));
  expect(await run(anchors, "--since", "HEAD")).toEqual([
    1,
    expect.stringContaining(`LOST     ${tag} walks#b: its line is gone from the ledger: put it back`),
  ]);
});

test("`ansatz anchors` tells where tags lead, in any letter case", async () => {
  const tag = /^(\S+) .*walks#a$/m.exec(await ledger())?.[1] ?? "";
  expect(await run(anchors, tag.toLowerCase(), tag)).toEqual([
    0,
    expect.stringMatching(/^(.* walks#a\n){2}$/),
  ]);
  expect(await run(anchors, "zzzz")).toEqual([1, "zzzz is no tag of this course\n"]);
});

test("a commit that is not there, and a ledger with mistakes, are told", async () => {
  expect(await run(anchors, "--since", "nowhere")).toEqual([
    2,
    "ansatz anchors: there is no commit `nowhere` here. In a shallow clone, fetch it first " +
      "(`git fetch --unshallow`; for actions/checkout, `fetch-depth: 0`).\n",
  ]);
  expect((await run(anchors, "--since=--output=x"))[0]).toBe(2);
  expect((await run(anchors))[0]).toBe(2);
  await writeLedger(`<<<<<<< HEAD\n${await ledger()}`);
  expect(await run(anchors, "--since", "HEAD")).toEqual([1, expect.stringContaining("[ledger-merge]")]);
});
