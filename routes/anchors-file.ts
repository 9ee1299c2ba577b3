import type { APIRoute } from "astro";
import { type AnchorsFile, anchorRecords, anchorsVersion } from "../anchors/anchors-file.ts";
import { nameCommit } from "../course/commit.ts";
import { readSite } from "./site.ts";
import { readTagSite } from "./tag-site.ts";

/** `anchors.json`: every permanent tag, for programs that resolve links to this course or preview them. */
export const GET: APIRoute = async ({ site }) => {
  const { course, tags, build } = await readSite();
  const file: AnchorsFile = {
    version: anchorsVersion,
    course: course.title,
    ...(site === undefined
      ? {}
      : { site: new URL(`${import.meta.env.BASE_URL.replace(/\/$/, "")}/`, site).href }),
    ...(build.commit === undefined ? {} : { commit: nameCommit(build.commit) }),
    anchors: anchorRecords(tags, await readTagSite(), build.codes),
  };
  return new Response(`${JSON.stringify(file, null, 1)}\n`, {
    headers: { "Content-Type": "application/json" },
  });
};
