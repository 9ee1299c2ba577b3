import { availableParallelism } from "node:os";
import { defineConfig } from "@playwright/test";
import { ensureChromium } from "./tests/site/browser.ts";

/** The tests that look at a built site in a browser. They build it themselves, into temporary folders. */
export default defineConfig({
  testDir: "tests",
  testMatch: ["site/**/*.test.ts", "**/*.site.test.ts"],
  globalSetup: "./tests/site/global-setup.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: Math.max(2, availableParallelism()),
  forbidOnly: Boolean(process.env["CI"]),
  timeout: 120_000,
  // shared machines are slow: a test waits for what comes, and fails where it never does
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: { browserName: "chromium", launchOptions: ensureChromium(), trace: "off", serviceWorkers: "block" },
});
