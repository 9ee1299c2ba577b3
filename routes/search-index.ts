import type { APIRoute } from "astro";
import { searchData } from "./search-data.ts";

/** `search-index.js`: one call that hands the index over, so that it can be read from disk too. */
export const GET: APIRoute = async () => {
  const text = `ansatzSearch(${JSON.stringify(await searchData())});\n`;
  return new Response(text, { headers: { "Content-Type": "text/javascript" } });
};
