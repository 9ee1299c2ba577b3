import { expect, test } from "vitest";
import gaussianFit from "../../experiments/gaussian-fit/index.ts";
import { loadExperiment } from "../../lab/loaders.ts";

const loaders = {
  "/experiments/gaussian-fit/index.ts": async () => ({ default: gaussianFit }),
  "/experiments/empty/index.ts": async () => ({}),
};

test("an experiment is found by its folder's name", async () => {
  expect(await loadExperiment(loaders, "gaussian-fit")).toBe(gaussianFit);
});

test("an unknown name, or a part of one, is refused with the known paths", async () => {
  await expect(loadExperiment(loaders, "fit")).rejects.toThrow(
    "unknown experiment “fit”; known: /experiments/gaussian-fit/index.ts, /experiments/empty/index.ts",
  );
});

test("a module without an experiment is refused by its path", async () => {
  await expect(loadExperiment(loaders, "empty")).rejects.toThrow(
    "/experiments/empty/index.ts has no experiment as its default export",
  );
});
