import { type Manifest, toJson } from "../manifest.ts";
import { type RecordedRoutes, recordKey, type VerificationRecord } from "../record.ts";
import { claimOf } from "./check-numbers.ts";
import { backends, type Outcome, routes } from "./outcome.ts";

/** The record of a run in which nothing failed: by which routes each number was confirmed, and on what devices. */
export function makeRecord(
  { numbers, experiments }: Manifest,
  outcomes: readonly Outcome[],
  date: string,
): VerificationRecord {
  const passed = outcomes.filter(({ status }) => status === "passed");
  const byClaim = Map.groupBy(passed, ({ address, subject }) => `${address} ${subject}`);
  const entries = numbers.flatMap((number) => {
    const { address, subject } = claimOf(number);
    const own = byClaim.get(`${address} ${subject}`) ?? [];
    const key = recordKey(number, experiments[number.experiment]?.code ?? "");
    return own.length === 0 ? [] : [[key, recordedOf(own)] as const];
  });
  const devices = passed.flatMap(({ route, device }) => (device ? [[route, device] as const] : []));
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return { version: 2, date, devices: Object.fromEntries(devices), numbers: Object.fromEntries(sorted) };
}

/** What has passed, in the order of the routes; a backend with the value that it found. */
function recordedOf(own: readonly Outcome[]): RecordedRoutes {
  const found = routes.flatMap((route) => {
    const outcome = own.find((each) => each.route === route);
    if (outcome === undefined) return [];
    const isValue = backends.some((backend) => backend === route) && outcome.found !== undefined;
    return [[route, isValue ? toJson(Number(outcome.found)) : null] as const];
  });
  return Object.fromEntries(found);
}
