import type { Manifest } from "../manifest.ts";
import { recordKey, type VerificationRecord } from "../record.ts";
import { claimOf } from "./check-numbers.ts";
import { type Outcome, routes } from "./outcome.ts";

/** The record of a run in which nothing failed: by which routes each number was confirmed, and on what devices. */
export function makeRecord(
  { numbers, experiments }: Manifest,
  outcomes: readonly Outcome[],
  date: string,
): VerificationRecord {
  const passed = outcomes.filter(({ status }) => status === "passed");
  const byPlace = Map.groupBy(passed, ({ address, subject }) => `${address} ${subject}`);
  const entries = numbers.flatMap((number) => {
    const { address, subject } = claimOf(number);
    const own = new Set(byPlace.get(`${address} ${subject}`)?.map(({ route }) => route));
    const key = recordKey(number, experiments[number.experiment]?.code ?? "");
    return own.size === 0 ? [] : [[key, routes.filter((route) => own.has(route))] as const];
  });
  const devices = passed.flatMap(({ route, device }) => (device ? [[route, device] as const] : []));
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return { version: 1, date, devices: Object.fromEntries(devices), numbers: Object.fromEntries(sorted) };
}
