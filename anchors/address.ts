/** Where an item stands: a page's address without slashes at the ends, and an id in it (empty: the page itself). */
export interface Location {
  readonly page: string;
  readonly fragment: string;
}

/**
 * A location as the ledger writes it: `homework/problem-2#b`. White space, `%` and `#` in a file's name are
 * percent-encoded, so that an address is one word and splits at its only `#`.
 */
export function writeAddress({ page, fragment }: Location): string {
  const path = page.replace(/[\s%#]/gu, encodeURIComponent);
  return fragment === "" ? path : `${path}#${fragment}`;
}

/** The location of a written address; text that no address could be gives a page that does not exist. */
export function parseAddress(address: string): Location {
  const [path = "", fragment = ""] = address.split(/#(.*)/s);
  return { page: decode(path), fragment };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
