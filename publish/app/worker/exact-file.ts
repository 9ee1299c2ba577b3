import type { KeptFile } from "../version.ts";

/** The header under which a kept file remembers its digest. */
const digestHeader = "Ansatz-Integrity";

/** The file where one of some shelves has the same. */
export async function copyOf(address: string, [digest]: KeptFile, others: readonly string[]) {
  for (const cacheName of others) {
    const kept = await caches.match(address, { cacheName });
    if (kept?.headers.get(digestHeader) === digest) return kept;
  }
  return undefined;
}

/**
 * The browser refuses a reply whose digest is another one: of a deployment that has come since, or is coming. What is
 * named by its content is taken from wherever the browser has it: the page that is being read has loaded some.
 */
export async function fetchExactly(
  address: string,
  [integrity]: KeptFile,
  isNamedByContent: boolean,
): Promise<Response> {
  const ask = (cache: RequestCache) => fetch(address, { integrity, cache, credentials: "same-origin" });
  const had = isNamedByContent ? await ask("force-cache").catch(() => undefined) : undefined;
  const reply = had?.ok ? had : await ask("no-cache").catch(() => undefined);
  if (!reply?.ok) throw new Error(`${address} cannot be had as it was built`);
  // written anew: a reply that came by a redirect may answer no navigation
  const headers = { "Content-Type": reply.headers.get("Content-Type") ?? "", [digestHeader]: integrity };
  return new Response(await reply.blob(), { headers });
}
