import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Entry, printLedger } from "../../anchors/ledger.ts";
import { readLedger, writeLedger } from "../../anchors/ledger-file.ts";

const entry: Entry = { tag: "7K3F", kind: "part", fingerprint: "3f9a01c2", addresses: ["p#a"] };
const other: Entry = { ...entry, tag: "9QRX", addresses: ["p#b"] };
let root = "";

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "ansatz-ledger-"));
  await mkdir(join(root, "content"));
});
afterEach(() => rm(root, { recursive: true }));

const path = () => join(root, "content/tags.txt");

describe("the ledger's file", () => {
  test("is made where there is none, and read again", async () => {
    const none = await readLedger(root);
    expect(none).toEqual({ entries: [], mistakes: [] });
    await writeLedger(root, none, [entry]);
    expect((await readLedger(root)).entries).toEqual([{ ...entry, line: 3 }]);
    expect(await readdir(join(root, "content"))).toEqual(["tags.txt"]);
  });

  test("never loses a line", async () => {
    await writeFile(path(), printLedger([entry, other]));
    await expect(writeLedger(root, await readLedger(root), [other])).rejects.toThrow(
      "The tag 7K3F would be lost",
    );
    expect((await readLedger(root)).entries).toHaveLength(2);
  });

  test("is not written where it could not be read again", async () => {
    const written = writeLedger(root, await readLedger(root), [
      { ...entry, addresses: ["p#a", "two words"] },
    ]);
    await expect(written).rejects.toThrow("Malformed line of the ledger");
    expect(await readdir(join(root, "content"))).toEqual([]);
  });

  test("is not written over what somebody else wrote meanwhile", async () => {
    const read = await readLedger(root);
    await writeFile(path(), printLedger([entry]));
    await expect(writeLedger(root, read, [other])).rejects.toThrow(
      "content/tags.txt was changed meanwhile: run the command again",
    );
    expect(await readFile(path(), "utf8")).toBe(printLedger([entry]));
    expect(await readdir(join(root, "content"))).toEqual(["tags.txt"]);
  });

  test("is written by one run at a time", async () => {
    const read = await readLedger(root);
    await writeFile(join(root, "content/.tags.txt.draft"), "");
    await expect(writeLedger(root, read, [entry])).rejects.toThrow(
      "Another run is writing the ledger. If none is, one was interrupted: delete content/.tags.txt.draft",
    );
    expect(await readdir(join(root, "content"))).toEqual([".tags.txt.draft"]);
  });

  test.each([
    ["was cut off", printLedger([entry, other]).slice(0, -9)],
    ["is no UTF-8", new Uint8Array([0xff, 0xfe, 0x41])],
    ["is empty", ""],
  ])("that %s is left as it is", async (_, content) => {
    await writeFile(path(), content);
    const read = await readLedger(root);
    expect(read.mistakes).not.toEqual([]);
    await expect(writeLedger(root, read, [...read.entries, entry])).rejects.toThrow("mend them first");
    expect(new Uint8Array(await readFile(path()))).toEqual(new Uint8Array(Buffer.from(content as string)));
  });
});
