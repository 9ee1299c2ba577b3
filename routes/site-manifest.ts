import { buildManifest } from "../checks/build-manifest.ts";
import type { Manifest } from "../checks/manifest.ts";
import { readExperimentModules } from "./experiment-modules.ts";
import { readBody, readSite } from "./site.ts";

let made: Promise<Manifest> | undefined;

/** The site's manifest, made once a build; while developing, anew for each request. */
export function siteManifest(): Promise<Manifest> {
  if (import.meta.env.DEV) return makeManifest();
  made ??= makeManifest();
  return made;
}

async function makeManifest(): Promise<Manifest> {
  const { course, problems, build } = await readSite();
  const pages = problems.map(async (card) => ({ address: card.address, card, body: await readBody(card) }));
  return buildManifest({
    title: course.title,
    base: `${import.meta.env.BASE_URL.replace(/\/$/, "")}/`,
    build,
    pages: await Promise.all(pages),
    experiments: readExperimentModules(),
  });
}
