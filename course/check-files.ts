import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Kept, type KnownChecks, noKnownChecks } from "../derivation/index.ts";
import { digestOf } from "./digest.ts";

/**
 * What the derivation checker found, kept on disk with one file for each problem: where one formula is edited, one is
 * checked. A file of another version of the checker, or one that was damaged, is ignored and written anew.
 */
export interface CheckFiles {
  open(path: string): Promise<OpenChecks>;
}

/** The checks of one problem; what was neither read nor written until they are saved is forgotten. */
export interface OpenChecks {
  readonly known: KnownChecks;
  save(): Promise<void>;
}

/** The checks in a folder, of one version of the checker. */
export function checkFilesIn(folder: string, version: string): CheckFiles {
  return {
    async open(path) {
      const file = join(folder, `${digestOf(path)}.txt`);
      const text = await readFile(file, "utf8").catch(() => "");
      const found = findingsIn(text, version);
      const used = new Map<string, string>();
      const keep = <Finding>(kind: keyof KnownChecks): Kept<Finding> => keptIn(kind, found, used);
      return {
        known: { displays: keep("displays"), inline: keep("inline"), symbols: keep("symbols") },
        async save() {
          const saved = sealed(used, version);
          if (saved === text) return;
          await mkdir(folder, { recursive: true });
          const draft = `${file}.${process.pid}.draft`;
          await writeFile(draft, saved);
          await rename(draft, file);
        },
      };
    },
  };
}

/** Checks that are never kept. */
export const noCheckFiles: CheckFiles = {
  open: async () => ({ known: noKnownChecks, save: async () => undefined }),
};

/** Findings as JSON by the digest of their key. */
type Findings = ReadonlyMap<string, string>;

/** The findings of one kind: each is parsed when it is asked for, and one that was found is written as it was. */
function keptIn<Finding>(kind: string, found: Findings, used: Map<string, string>): Kept<Finding> {
  return {
    read(key) {
      const digest = digestOf(kind, key);
      const json = found.get(digest);
      if (json === undefined) return undefined;
      used.set(digest, json);
      return parsed(json) as Finding;
    },
    write(key, finding) {
      used.set(digestOf(kind, key), stringified(finding));
    },
  };
}

/** A line that tells whether the rest is whole and of this version, then a finding a line, behind its digest. */
function sealed(findings: Findings, version: string): string {
  const lines = [...findings].map(([digest, json]) => `${digest} ${json}\n`).join("");
  return `${digestOf(version, lines)}\n${lines}`;
}

function findingsIn(text: string, version: string): Findings {
  const end = text.indexOf("\n");
  const lines = text.slice(end + 1);
  if (end < 0 || text.slice(0, end) !== digestOf(version, lines)) return new Map();
  const split = lines.split("\n").map((line) => [line, line.indexOf(" ")] as const);
  return new Map(split.map(([line, space]) => [line.slice(0, space), line.slice(space + 1)]));
}

/** JSON has no ∞ and no −0. */
function isUnlikeJson(value: unknown): value is number {
  return typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0));
}

function stringified(finding: unknown): string {
  return JSON.stringify(finding, (_, value: unknown) =>
    isUnlikeJson(value) ? { number: Object.is(value, -0) ? "-0" : String(value) } : value,
  );
}

function parsed(json: string): unknown {
  if (!json.includes('{"number":"')) return JSON.parse(json);
  return JSON.parse(json, (_, value: { number?: string } | null) =>
    typeof value?.number === "string" ? Number(value.number) : value,
  );
}
