import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Manifest } from "../../checks/manifest.ts";
import { makeRecord } from "../../checks/verify/make-record.ts";
import type { Outcome } from "../../checks/verify/outcome.ts";
import { summarize, toReport } from "../../checks/verify/report.ts";
import { renderReport } from "../../checks/verify/report-html.ts";
import { openSite } from "../../checks/verify/site.ts";

const manifest: Manifest = {
  version: 1,
  digest: "d1",
  title: "A <b>course</b>",
  katex: "0",
  base: "/",
  macros: {},
  experiments: {},
  numbers: [],
  formulas: [],
  figures: [],
  exceptions: [],
};
const claim = { subject: "0.3, a/b", place: "content/a.md:1:2", address: "a/#number:1" };
const outcomes: readonly Outcome[] = [
  { ...claim, route: "text", status: "passed" },
  { ...claim, route: "plain", status: "failed", expected: "1", found: "2", reason: "another value" },
  { ...claim, route: "webgpu", status: "not run", reason: "no adapter" },
];

describe("a report", () => {
  test("names each failure with its place, each reason for not running, and counts by route", () => {
    const text = summarize(toReport(manifest, outcomes));
    expect(text).toContain(
      "content/a.md:1:2  failed (plain): 0.3, a/b: another value\n    expected 1, found 2 at a/#number:1",
    );
    expect(text).toContain("webgpu was not run: no adapter (1)");
    expect(text).toMatch(/plain\s+0\s+1\s+0/);
    expect(text).toContain("1 of 3 checks failed.");
  });

  test("says that there was nothing, rather than that nothing failed", () => {
    expect(summarize(toReport(manifest, []))).toContain("There was nothing to verify.");
  });

  test("as a page holds no markup of a course", () => {
    const page = renderReport(toReport(manifest, outcomes));
    expect(page).toContain("A &lt;b&gt;course&lt;/b&gt;");
    expect(page).not.toContain("<b>course");
  });
});

test("a record holds only what has passed", () => {
  const number = { file: "content/a.md", line: 1, column: 2, page: "a/", anchor: "number:1", text: "0.3" };
  const rest = {
    experiment: "a",
    quantity: "b",
    values: {},
    value: 0.3,
    tolerance: 0.05,
    confirmed: ["compute"],
  } as const;
  const record = makeRecord({ ...manifest, numbers: [{ ...number, ...rest }] }, outcomes, "2026-11-22");
  expect(Object.values(record.numbers)).toEqual([{ text: null }]);
});

test("a folder without a manifest, or with one of another version, is refused", async () => {
  const folder = await mkdtemp(join(tmpdir(), "ansatz-refused-"));
  await expect(openSite(folder)).rejects.toThrow("holds no built site");
  await writeFile(join(folder, "checks.json"), '{"version": 2}');
  await expect(openSite(folder)).rejects.toThrow("has version 2 of the manifest");
});
