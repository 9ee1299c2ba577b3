import { defineCollection } from "astro:content";
import { z } from "astro/zod";
import type { Entry } from "./anchors/ledger.ts";
import type { Assignment, BuildData, ProblemCard } from "./course/course.ts";
import { courseLoader, problemLoader } from "./course/loaders.ts";
import type { CourseData } from "./course/schemas.ts";
import type { Mistake } from "./mistakes/mistake.ts";

/**
 * The collections of a course. What an author writes is checked by strict schemas when it is read, where a mistake
 * still has a place in its file: `course/schemas.ts` (course, assignment, macros), `markdown/problem-schema.ts`
 * (frontmatter) and `markdown/attempt-data.ts` (quoted answers and their data).
 */
export const collections = {
  /** One entry: the course with its assignments. */
  course: defineCollection({
    loader: courseLoader,
    schema: z.custom<
      CourseData & {
        assignments: readonly Assignment[];
        tags: readonly Entry[];
        build: BuildData;
        mistakes: readonly Mistake[];
      }
    >(),
  }),
  /** An entry for each problem's Markdown file. */
  problems: defineCollection({ loader: problemLoader, schema: z.custom<ProblemCard & { order: number }>() }),
};
