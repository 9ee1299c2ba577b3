import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CheckedDisplay, KnownChecks } from "../derivation/index.ts";
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
      const file = join(folder, `${digestOf(path)}.json`);
      const text = await readFile(file, "utf8").catch(() => "");
      const found = parseChecks(text, version);
      const used: Record<string, CheckedDisplay> = {};
      return {
        known: {
          read(key) {
            const digest = digestOf(key);
            const check = found[digest];
            if (check !== undefined) used[digest] = check;
            return check;
          },
          write(key, check) {
            used[digestOf(key)] = check;
          },
        },
        async save() {
          const saved = stringifyChecks(used, version);
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
  open: async () => ({
    known: { read: () => undefined, write: () => undefined },
    save: async () => undefined,
  }),
};

type Checks = Readonly<Record<string, CheckedDisplay>>;

/** A line that tells whether the rest is whole and of this version, and the checks by digest. */
function stringifyChecks(checks: Checks, version: string): string {
  const json = JSON.stringify(checks, (_, value: unknown) =>
    isUnlikeJson(value) ? { number: spelled(value) } : value,
  );
  return `${digestOf(version, json)}\n${json}\n`;
}

function parseChecks(text: string, version: string): Checks {
  const [seal, json = ""] = text.split("\n");
  if (seal !== digestOf(version, json)) return {};
  return JSON.parse(json, (_, value: { number?: string } | null) =>
    typeof value?.number === "string" ? Number(value.number) : value,
  ) as Checks;
}

/** JSON has no ∞ and no −0. */
function isUnlikeJson(value: unknown): value is number {
  return typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0));
}

function spelled(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}
