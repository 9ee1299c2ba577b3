import { describe, expect, test } from "vitest";
import { proposeSymbols } from "../../derivation/index.ts";
import type { Note } from "./notes.ts";
import { SUBJECTS, symbolsOf, verdictOn } from "./notes.ts";
import { macros } from "./setting.ts";

const ALL = SUBJECTS.flatMap(({ notes }) => notes);
const titled = (notes: readonly Note[]): (Note & { title: string })[] =>
  notes.map((note) => ({ ...note, title: note.tex.replace(/\s+/g, " ") }));

describe.each(SUBJECTS)("in notes on $subject", ({ notes }) => {
  test.each(titled(notes))("$title has the outcome that is known of it", (note) => {
    const symbols = symbolsOf(note);
    expect(symbols.mistakes).toEqual([]);
    const { verdict, reason } = verdictOn(note.tex, symbols);
    // What is refused today may be read tomorrow; a true display is never false.
    if (note.outcome === "refused") expect(["refused", "verified"]).toContain(verdict);
    else expect(verdict).toBe(note.outcome ?? "verified");
    if (verdict === "refused") expect(reason).toBe(note.reason);
  });

  test.each(titled(notes))("one mistake in $title is not verified", (note) => {
    const [right, wrong] = note.slip;
    expect(note.tex).toContain(right);
    const { verdict } = verdictOn(
      note.tex.replace(right, () => wrong),
      symbolsOf(note),
    );
    expect(verdict).not.toBe("verified");
    if (note.outcome === undefined) expect(["false", "refused", "equations"]).toContain(verdict);
  });
});

test("there are at least 250 notes, of which three quarters are verified", () => {
  expect(ALL.length).toBeGreaterThanOrEqual(250);
  const verified = ALL.filter(({ outcome }) => outcome === undefined);
  expect(verified.length / ALL.length).toBeGreaterThan(0.7);
});

test("a mistake is nearly always false, with a counterexample, rather than refused", () => {
  const verified = ALL.filter(({ outcome }) => outcome === undefined);
  const verdicts = verified.map(
    (note) =>
      verdictOn(
        note.tex.replace(note.slip[0], () => note.slip[1]),
        symbolsOf(note),
      ).verdict,
  );
  expect(verdicts.filter((verdict) => verdict === "false").length).toBeGreaterThan(0.96 * verified.length);
});

test("what the tool proposes for a note can always be declared", () => {
  for (const { tex } of ALL) {
    const lines = proposeSymbols({ tex, macros, scope: symbolsOf({ tex, slip: ["", ""] }).scope, seed: 1 });
    const { mistakes } = symbolsOf({ tex, slip: ["", ""], symbols: lines.join("\n") });
    expect(mistakes).toEqual([]);
  }
});
