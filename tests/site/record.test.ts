import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./test.ts";

test("each number of the reference course shows what browsers found for this text and this code", async ({
  site,
}) => {
  const problems = ["problem-1", "problem-2", "problem-3", "problem-5"];
  for (const problem of problems) {
    const page = await readFile(join(site.dist, "homework", problem, "index.html"), "utf8");
    expect(page.split('class="number-panel"').length, problem).toBeGreaterThan(40);
    const remedy = `${problem}: after a change to numbers or experiments, \`npx ansatz verify --record\` and commit`;
    expect(page.includes("not recorded for this text and this code"), remedy).toBe(false);
  }
});
