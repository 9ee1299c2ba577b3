import { readSiteScript } from "../../layouts/site-address.ts";
import type { SearchData } from "../../search/entry.ts";
import { openSearch, type Search } from "../../search/search.ts";

declare global {
  interface Window {
    /** Takes the index: the one call of `search-index.js`. */
    ansatzSearch?: (data: SearchData) => void;
    /** Takes a page's typeset equations: the one call of each `search/….js`. */
    ansatzFormulas?: (page: string, html: readonly string[]) => void;
  }
}

let opened: Promise<Search> | undefined;

/** The search over the whole site. Its index is read once; where that failed, the next call tries anew. */
export function readSearch(): Promise<Search> {
  opened ??= new Promise<Search>((resolve, reject) => {
    window.ansatzSearch = (data) => resolve(openSearch(data));
    readSiteScript("search-index.js").catch(reject);
  });
  opened.catch(() => (opened = undefined));
  return opened;
}

const formulas = new Map<string, readonly string[]>();

/** A page's equations as KaTeX sets them, in the page's order; `page` is its address from the root, encoded. */
export async function readFormulas(page: string): Promise<readonly string[]> {
  window.ansatzFormulas ??= (address, html) => formulas.set(address, html);
  await readSiteScript(`search/${page}.js`);
  return formulas.get(page) ?? [];
}
