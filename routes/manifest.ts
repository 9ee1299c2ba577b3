import type { APIRoute } from "astro";
import { siteManifest } from "./site-manifest.ts";

/** `checks.json`: everything that the site claims and that can be checked in its pages. */
export const GET: APIRoute = async () => {
  const text = `${JSON.stringify(await siteManifest(), null, 1)}\n`;
  return new Response(text, { headers: { "Content-Type": "application/json" } });
};
