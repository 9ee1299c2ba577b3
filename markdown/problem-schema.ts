import { z } from "astro/zod";

/** A positive whole number or a short name, always text in the end: `2` and `"2"` mean the same. */
const numberSchema = z.union([z.string().min(1), z.number()]).transform(String);

const expectedDifficulty = "expected a whole number from 1 to 5, as `difficulty: 3`";

/** Frontmatter of a problem. Every key may be left out: a file with a heading is a problem. */
export const problemSchema = z.strictObject({
  /** The title; without it, the file's first heading. */
  title: z.string().min(1).optional(),
  /** The problem's number in its assignment; it orders the problems. */
  number: numberSchema.optional(),
  /** Where the problem comes from, and its number there. */
  source: z
    .strictObject({
      course: z.string().optional(),
      assignment: z.string().optional(),
      number: numberSchema.optional(),
    })
    .optional(),
  /** What it is about; each topic has a page. */
  topics: z
    .array(
      z
        .string()
        .regex(/[\p{L}\p{N}]/u, "expected a name with a letter or a digit, which its page is called by"),
    )
    .default([]),
  /** From 1 (a warm-up) to 5 (research). */
  difficulty: z.number(expectedDifficulty).int(expectedDifficulty).min(1).max(5).optional(),
  /** What a reader should know before. */
  prerequisites: z.array(z.string().min(1)).default([]),
  /** Who wrote the solution. */
  authors: z.array(z.string().min(1)).default([]),
  /** One or two plain sentences for lists and link previews; without it, the first paragraph. */
  description: z.string().min(1).optional(),
  /** Whether every display is to be checked, also where no `symbols` block is in force. */
  checked: z.boolean().optional(),
  /** Rules that this document does not follow, each with the reason, which readers see. */
  rules: z
    .strictObject({
      /** That every decimal, percentage and number with a unit is computed: a quantity link, or part of a display. */
      "bare-number": z.string().min(1, "expected the reason, in words").optional(),
    })
    .optional(),
  /** Not yet: a date before which the solution is withheld. Until that works, it must be refused. */
  release: z
    .undefined({
      error: "releases by date are not built yet: leave the key out, or keep the file unpublished",
    })
    .optional(),
});

export type ProblemData = z.infer<typeof problemSchema>;
