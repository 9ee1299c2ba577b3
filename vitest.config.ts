import { defineConfig } from "vitest/config";

/** The tests that need no browser; `playwright.config.ts` has those that do. */
export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/site/**", "**/*.site.test.ts", "node_modules/**"],
    testTimeout: 30_000,
  },
});
