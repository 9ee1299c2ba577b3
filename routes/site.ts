import { getCollection, getEntry } from "astro:content";
import bodies from "virtual:ansatz/bodies";
import { bodiesIn } from "../course/bodies.ts";
import type { ProblemBody, ProblemCard } from "../course/course.ts";
import type { Site } from "../course/pages.ts";

/** The site's data, from the collections. */
export async function readSite(): Promise<Site> {
  const entry = await getEntry("course", "course");
  if (entry === undefined)
    throw new Error("The course was not loaded: content.config.ts exports no collections");
  const { mistakes, assignments, tags, build, ...course } = entry.data;
  const problems = (await getCollection("problems"))
    .map(({ data }) => data)
    .sort((a, b) => a.order - b.order);
  return { course, mistakes, problems, assignments, tags, build };
}

/** The body of a problem's page. */
export async function readBody({ digest, path }: ProblemCard): Promise<ProblemBody> {
  const body = await bodiesIn(bodies).read(digest);
  if (body === undefined) throw new Error(`The compiled body of ${path} is missing: build again`);
  return body;
}
