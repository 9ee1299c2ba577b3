import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compileCourse } from "../../course/compile-course.ts";
import type { Experiment } from "../../lab/experiment.ts";
import { formatReport } from "../../mistakes/mistake.ts";
import { casesIn, expectGolden, folderHere } from "./golden.ts";
import { smallExperiment } from "./small-experiment.ts";

const fixtures = folderHere("fixtures");
/** The one experiment that the fixtures know, however many the course has. */
const experiments = new Map<string, Experiment>([["gaussian-fit", smallExperiment]]);

describe("each mistake is reported with its place, what was found and what to do", () => {
  test.each(casesIn(fixtures))("%s", async (name) => {
    const root = join(fixtures, name);
    const { mistakes } = await compileCourse({ root, experiments });
    expect(mistakes, "the course has no mistakes").not.toEqual([]);
    expectGolden(join(root, "error.txt"), formatReport(mistakes));
  });
});
