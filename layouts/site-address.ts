/** What a page says of the place where it stands. */
interface Place {
  readonly baseURI: string;
  readonly documentElement: { readonly dataset: Readonly<Record<string, string | undefined>> };
}

/**
 * The address of a page or file of the site, wherever the site is: `p/#b` → `https://host/course/p/#b`, or from disk
 * `file:///folder/p/index.html#b`. The frame of a page says where the root is (`data-root`), and an exported one
 * what a folder's page is called there (`data-index`).
 */
export function siteAddress(path: string, place: Place = document): string {
  const { root = "/", index = "" } = place.documentElement.dataset;
  const [, file = "", tail = ""] = /^([^?#]*)(.*)$/s.exec(path) ?? [];
  const named = file === "" || file.endsWith("/") ? file + index : file;
  return new URL(root + named + tail, place.baseURI).href;
}

const arrivals = new Map<string, Promise<void>>();

/**
 * Runs a classic script of the site once, also from disk, where a page may fetch nothing. Rejects where it cannot be
 * read; the next call tries anew.
 */
export function readSiteScript(path: string): Promise<void> {
  const arrival = arrivals.get(path) ?? appendScript(siteAddress(path));
  arrivals.set(path, arrival);
  arrival.catch(() => arrivals.delete(path));
  return arrival;
}

function appendScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(`${address} could not be read`)));
    document.head.append(script);
  });
}
