import { compileCourse } from "../course/compile-course.ts";
import { formatReport } from "../mistakes/mistake.ts";

/** Compiles the course in the working folder without Astro, and keeps nothing. */
const { mistakes } = await compileCourse({ root: process.cwd(), experiments: new Map() });
if (mistakes.length > 0) throw new Error(formatReport(mistakes));
