import { expect, test } from "vitest";
import command from "../../cli/tags.ts";
import { coins, useCommandCourse } from "./command-course.ts";

const { write, ledger, run } = useCommandCourse();
const tags = (...args: string[]) => run(command, ...args);

test("`ansatz tags` assigns, checks, follows a moved part and retires a deleted one", {
  timeout: 60_000,
}, async () => {
  expect(await tags("--check")).toEqual([1, expect.stringContaining("3 items could have one")]);
  const [code, printed] = await tags();
  expect([code, printed.trim().split("\n").at(-1)]).toEqual([
    0,
    "3 added, 0 with a new fingerprint, 3 tags in content/tags.txt.",
  ]);
  expect(await tags("--check")).toEqual([0, "3 tags, every item has its own.\n"]);
  const written = await ledger();
  expect(await tags()).toEqual([0, "0 added, 0 with a new fingerprint, 3 tags in content/tags.txt.\n"]);
  expect(await ledger()).toBe(written);

  await write("# Walks\n\n## (a) Dice\n\n## (b) Coins\n");
  expect(await tags()).toEqual([1, expect.stringContaining("2 errors in 1 file")]);
  expect(await tags("--accept")).toEqual([
    0,
    "0 added, 2 with a new fingerprint, 3 tags in content/tags.txt.\n",
  ]);
  await write(coins);
  await tags("--accept");

  const tag = /^(\S+) .*walks#b$/m.exec(written)?.[1] ?? "";
  await write("# Walks\n\n## (a) Coins\n\n## (c) Dice\n");
  expect(await tags()).toEqual([1, expect.stringContaining("content/tags.txt was not changed.")]);
  expect(await ledger()).toBe(written);
  expect(await tags("move", tag.toLowerCase(), "walks#c")).toEqual([
    0,
    expect.stringMatching(/walks#b moved to walks#c\n$/),
  ]);
  expect((await tags("--check"))[0]).toBe(0);

  await write("# Walks\n\n## (a) Coins\n");
  expect((await tags("--check"))[0]).toBe(1);
  expect(await tags("retire", tag, "Dice are elsewhere")).toEqual([
    0,
    expect.stringMatching(/walks#b moved to walks#c retired \d{4}-\d\d-\d\d: Dice are elsewhere\n$/),
  ]);
  expect((await tags("--check"))[0]).toBe(0);
  expect(await tags("move", "walks#z", "walks#a")).toEqual([
    1,
    "ansatz tags: No tag in use is or leads to `walks#z`\n",
  ]);
  expect(await tags("move", "walks#a", "two words")).toEqual([
    1,
    expect.stringContaining("ansatz tags: Malformed line of the ledger"),
  ]);
  expect((await tags("mvoe", "walks#z", "walks#a"))[0]).toBe(2);
  expect(await tags("move", "walks#a", "walk#a")).toEqual([
    0,
    expect.stringMatching(/There is no `walk#a` yet: .* Did you mean `walks#a`\?/),
  ]);
  expect((await tags("move", "walk#a", "walks#a"))[1]).not.toContain("There is no");
});
