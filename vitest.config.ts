import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files of many seconds: begun last, one of them would run on alone. */
const long = ["markdown/fuzz", "cli/check", "checks/mutations", "cli/ansatz"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) =>
      long.some((name) => moduleId.endsWith(`tests/${name}.test.ts`));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** The tests that need no browser; `playwright.config.ts` has those that do. */
export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/site/**", "**/*.site.test.ts", "node_modules/**"],
    testTimeout: 30_000,
    // all cores: Vitest leaves one to itself, and of two that is half
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
  },
});
