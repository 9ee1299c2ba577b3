import { z } from "astro/zod";

const web = z.url({ protocol: /^https?$/, error: "expected an address that begins with https://" });

/** `content/course.yaml`: what the course is. */
export const courseSchema = z.strictObject({
  /** The course's title. */
  title: z.string().min(1),
  /** One or two plain sentences for previews and search engines. */
  description: z.string().min(1).optional(),
  /** When it is taught, as “Autumn 2026”. */
  term: z.string().min(1).optional(),
  /** Who teaches it. */
  institution: z.string().min(1).optional(),
  /** BCP 47 tag of the language that it is written in. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, "expected a language tag, as `en` or `de-AT`")
    .default("en"),
  /** Terms of use, of the words and of the code. */
  licence: z
    .strictObject({
      /** For the text and the figures. */
      content: z.string().min(1),
      /** For the experiments' code. */
      code: z.string().min(1).optional(),
    })
    .optional(),
  /** Address of the source repository; “edit this part” and “report a mistake” lead there. */
  repository: web.optional(),
  /**
   * Address of the course's forum. `{tag}`, `{title}`, `{link}` and `{body}` in it are filled in for a question about a
   * part: `https://forum.example/new-topic?title={title}&body={body}`.
   */
  forum: web
    .refine((address) => !/\{(?!(?:tag|title|link|body)\})/.test(address), {
      error: "expected no other blanks than {tag}, {title}, {link} and {body}",
    })
    .optional(),
});

/** `content/<assignment>/assignment.yaml`: a set of problems. */
export const assignmentSchema = z.strictObject({
  title: z.string().min(1),
  /** Its number in the course; it orders the assignments. */
  number: z
    .union([z.string().min(1), z.number()])
    .transform(String)
    .optional(),
  /** Plain sentences for the course's index. */
  description: z.string().min(1).optional(),
  /** Where it comes from. */
  source: z.string().min(1).optional(),
  /** Problems that exist but are not here, shown as missing. */
  absent: z
    .array(
      z.strictObject({
        /** The missing problem's number. */
        number: z.union([z.string().min(1), z.number()]).transform(String),
        /** Why it is missing, to stand behind “Problem 4”: “is not in the transcript”. */
        reason: z.string().min(1),
      }),
    )
    .default([]),
});

/** `content/macros.yaml`: one table that KaTeX and the derivation checker share. */
export const macrosSchema = z.record(
  z.string().regex(/^\\[A-Za-z]+$/, "expected a command, as `\\KL`"),
  z.union([
    z.string().transform((shown) => ({ shown })),
    z.strictObject({
      /** What KaTeX shows; `#1` to `#9` are the arguments. */
      shown: z.string(),
      /** What the derivation checker reads instead. */
      checked: z.string(),
    }),
  ]),
);

export type CourseData = z.infer<typeof courseSchema>;
export type AssignmentData = z.infer<typeof assignmentSchema>;
