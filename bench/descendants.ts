import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { basename } from "node:path";

/** What processes used together: CPU time in seconds, and the peak of the memory that they held at once, in MiB. */
export interface Used {
  readonly cpu: number;
  readonly memory: number;
}

/**
 * Looks every quarter of a second, until stopped, at the processes below one that are not Node: a browser, a compiler.
 * Elsewhere than on Linux it sees none.
 */
export function watchDescendants(root: number): () => Used {
  const seconds = new Map<number, number>();
  let memory = 0;
  const look = () => {
    const others = below(root, processTable()).filter(({ pid }) => !isNode(pid));
    for (const { pid, seconds: own } of others) seconds.set(pid, own);
    memory = Math.max(memory, sum(others.map(({ pid }) => heldBy(pid))));
  };
  const timer = setInterval(look, 250);
  return () => {
    clearInterval(timer);
    return { cpu: sum([...seconds.values()]), memory };
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly seconds: number;
}

const ticksPerSecond = 100;

/** See `man 5 proc`: the fields behind the name, which may hold spaces and brackets. */
function processTable(): Process[] {
  const pids = read("/proc", (path) => readdirSync(path).filter((name) => /^\d+$/.test(name))) ?? [];
  return pids.flatMap((pid) => {
    const stat = read(`/proc/${pid}/stat`, (path) => readFileSync(path, "utf8"));
    const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ") ?? [];
    const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number);
    if (parent === undefined || user === undefined || system === undefined) return [];
    return [{ pid: Number(pid), parent, seconds: (user + system) / ticksPerSecond }];
  });
}

function below(root: number, table: readonly Process[]): Process[] {
  const children = table.filter(({ parent }) => parent === root);
  return children.flatMap((child) => [child, ...below(child.pid, table)]);
}

function isNode(pid: number): boolean {
  return read(`/proc/${pid}/exe`, (path) => basename(readlinkSync(path))) === basename(process.execPath);
}

/** MiB; what several processes share is divided among them. */
function heldBy(pid: number): number {
  const sums = read(`/proc/${pid}/smaps_rollup`, (path) => readFileSync(path, "utf8"));
  return Number(/^Pss:\s+(\d+) kB/m.exec(sums ?? "")?.[1] ?? 0) / 1024;
}

/** A process may be gone before it is read. */
function read<T>(path: string, how: (path: string) => T): T | undefined {
  try {
    return how(path);
  } catch {
    return undefined;
  }
}
