import type { Step } from "../derivation/index.ts";
import type { Display } from "../markdown/document.ts";
import { type ManifestFormula, type ManifestStep, toJson } from "./manifest.ts";

/** A display as the manifest lists it. */
export function formulaOf({ file, line, column, part, tex, check }: Display, page: string): ManifestFormula {
  return {
    file,
    line,
    column,
    page,
    ...(part === undefined ? {} : { part }),
    tex,
    outcome: check?.outcome ?? "unread",
    steps: (check?.steps ?? []).map(stepOf),
    ...(check?.excuse === undefined ? {} : { excuse: check.excuse }),
  };
}

function stepOf({ left, relation, right, outcome, points, largestDifference, reason }: Step): ManifestStep {
  return {
    left,
    relation,
    right,
    outcome,
    points,
    largestDifference: toJson(largestDifference),
    ...(reason === undefined ? {} : { reason }),
  };
}
