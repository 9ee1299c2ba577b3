import { z } from "astro/zod";

/** The four verdicts, from the one that a reader must see first. */
export const verdicts = ["wrong", "imprecise", "unverifiable", "correct"] as const;
export type Verdict = (typeof verdicts)[number];

/** The word and the sign of each verdict; a verdict never shows by its colour alone. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  wrong: "Wrong",
  imprecise: "Imprecise",
  unverifiable: "Unverifiable",
  correct: "Correct",
};

/** Frontmatter of an attempt: a quoted answer, verbatim in a file of its own. */
export const attemptSchema = z.strictObject({
  /** Who answered, as a reader should see it. */
  by: z.string().min(1),
  /** What they are: `LLM`, `student`, `staff`, … */
  role: z.string().optional(),
  /** What they were asked, verbatim. */
  asked: z.string().optional(),
  /** When it was written, as far as it is known. */
  date: z.string().optional(),
  /** Where the text comes from. */
  source: z.string().optional(),
  /** Under which terms it is shown. */
  licence: z.string().optional(),
  /** Lines that were headings before a transcript lost its formatting, by their exact text. */
  headings: z
    .array(z.strictObject({ text: z.string().min(1), level: z.number().int().min(1).max(4) }))
    .default([]),
});

/** A note that somebody wrote on the attempt, quoted verbatim and set beside the line that it speaks of. */
const noteSchema = z.strictObject({
  /** Who wrote it. */
  by: z.string().min(1),
  /** The attempt's own words that it speaks of, exactly. */
  at: z.string().min(1),
  /** Which occurrence of these words is meant, where there are several; counts from 1. */
  occurrence: z.number().int().positive().optional(),
  /** The note itself, Markdown. */
  text: z.string().min(1),
});

/** A verdict on a claim: words of the attempt or of a note on it. */
const claimSchema = z.strictObject({
  /** The claim's permanent name, as `P2-17`. */
  id: z.string().regex(/^[A-Za-z][\w-]*$/, "expected a name of letters, digits and hyphens, as `P2-17`"),
  /** Who judges. */
  by: z.string().min(1).default("reviewers"),
  verdict: z.enum(verdicts),
  /** The claim's exact words. */
  quote: z.string().min(1),
  /** Which occurrence of these words is meant, where there are several; counts from 1. */
  occurrence: z.number().int().positive().optional(),
  /** Why, Markdown; its first sentence stands in the margin. */
  reason: z.string().min(1).optional(),
  /** What is right instead, Markdown. */
  correction: z.string().min(1).optional(),
});

/** A display of the attempt that is not to be checked. */
const uncheckedSchema = z.strictObject({
  /** Words of the display, exactly. */
  quote: z.string().min(1),
  /** Which occurrence of these words is meant, where there are several; counts from 1. */
  occurrence: z.number().int().positive().optional(),
  /** Why, for readers; a sentence without its full stop. */
  reason: z.string().min(1),
});

/** The data file beside an attempt: `grok.yaml` for `grok.md`. */
export const annotationsSchema = z.strictObject({
  notes: z.array(noteSchema).default([]),
  claims: z.array(claimSchema).default([]),
  unchecked: z.array(uncheckedSchema).default([]),
});

export type AttemptData = z.infer<typeof attemptSchema>;
export type AnnotationsData = z.infer<typeof annotationsSchema>;
export type ClaimData = z.infer<typeof claimSchema>;
export type NoteData = z.infer<typeof noteSchema>;
