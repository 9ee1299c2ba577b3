import { appendFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

/**
 * Loaded into a measured process by `--import`, and through NODE_OPTIONS into every Node process that it starts: as
 * the process ends, it adds a line to a file with what it used. CPU time includes all threads.
 */
const ledger = process.env["BENCH_LEDGER"];
if (isMainThread && ledger !== undefined) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    appendFileSync(
      ledger,
      `${JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 })}\n`,
    );
  });
}
