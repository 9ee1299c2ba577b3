import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import type { Experiment } from "../../lab/experiment.ts";
import { renderFrame } from "../../lab/frame.ts";
import { defaultValues } from "../../lab/parameters.ts";

const house = join(import.meta.dirname, "../..");

/** The experiment that the README shows, with the house in place of an installed Ansatz. */
async function shown(): Promise<Experiment> {
  const readme = readFileSync(join(house, "README.md"), "utf8");
  const code = /```ts\n(import \{ defineExperiment[\s\S]*?)\n```/.exec(readme)?.[1] ?? "";
  const folder = mkdtempSync(join(tmpdir(), "ansatz-readme-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const lab = pathToFileURL(join(house, "lab/experiment.ts")).href;
  writeFileSync(join(folder, "index.ts"), code.replace('"ansatz/lab"', JSON.stringify(lab)));
  const module = await import(/* @vite-ignore */ pathToFileURL(join(folder, "index.ts")).href);
  return (module as { default: Experiment }).default;
}

test("the experiment of the README can be drawn, and computes what the README quotes of it", async () => {
  const experiment = await shown();
  const values = { ...defaultValues(experiment.parameters), tosses: 100, bias: 0.5 };
  const { panels, quantities } = renderFrame(experiment, values);
  expect(panels[0]?.svg).toContain("The share is 0.5 ± 0.050.");
  expect(quantities.map(({ name, value }) => [name, value])).toEqual([["deviation", 0.05]]);
});
