import { execFileSync } from "node:child_process";

/** The version of a course's sources that a site was built from. */
export interface Commit {
  /** The full hash. */
  readonly hash: string;
  /** The day of the commit in universal time, `2026-11-22`; absent where it is not known. */
  readonly date?: string;
  /** The moment of the commit in universal time, `2026-11-22T19:58:03Z`; absent where only the day is known. */
  readonly time?: string;
  /** Whether `content/` or `experiments/` differed from the commit. */
  readonly isDirty: boolean;
}

/** What overrides the repository: `HASH`, or `HASH DATE`; empty for no commit at all. */
export const commitVariable = "ANSATZ_COMMIT";

const overridePattern = /^(?<hash>[\da-f]{7,64})(?<dirt>-dirty)?(?:\s+(?<date>\d{4}-\d\d-\d\d))?$/;

/** How Git is asked for a moment. */
const iso = "format-local:%Y-%m-%dT%H:%M:%SZ";

/**
 * The commit of the course in a folder: what the variable `ANSATZ_COMMIT` says, else the HEAD of the repository that
 * holds the folder; undefined where there is none, or no Git. Throws where the variable is no commit.
 */
export function readCommit(
  root: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Commit | undefined {
  const override = environment[commitVariable];
  if (override !== undefined) return parseOverride(override.trim());
  const head = git(root, "show", "--no-patch", "--format=%H %cd", `--date=${iso}`, "HEAD");
  if (head === undefined) return undefined;
  const [hash = "", time = ""] = head.trim().split(" ");
  const changes = git(root, "status", "--porcelain", "--", "content", "experiments");
  return { hash, date: time.slice(0, 10), time, isDirty: changes !== undefined && changes !== "" };
}

/** How pages name a commit: its hash, and whether anything was changed since. */
export function nameCommit({ hash, isDirty }: Commit): string {
  return isDirty ? `${hash}-dirty` : hash;
}

function parseOverride(text: string): Commit | undefined {
  if (text === "") return undefined;
  const { hash, dirt, date } = overridePattern.exec(text)?.groups ?? {};
  if (hash === undefined)
    throw new Error(`${commitVariable} is no commit: found “${text}”; write \`HASH\` or \`HASH 2026-11-22\``);
  return { hash, ...(date === undefined ? {} : { date }), isDirty: dirt !== undefined };
}

/** What Git prints in a folder; undefined where it refuses or is not installed. */
function git(folder: string, ...args: readonly string[]): string | undefined {
  try {
    return execFileSync("git", [...args], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      env: { ...process.env, TZ: "UTC" },
    });
  } catch {
    return undefined;
  }
}
