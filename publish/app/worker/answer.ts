import type { Readers } from "./readers.ts";
import type { Asked } from "./scope.ts";
import { type Shelf, shelfName } from "./shelf.ts";

/** What is never answered from a shelf: the worker itself, what installs the site, and files to take away. */
const notKept = /^(?:service-worker\.js$|_app\/|_downloads\/)/;

/** Files whose names hold a digest of what is in them: whoever has one of that name has the right one. */
const namedByContent = /^_astro\//;

/** Answers the requests of readers, each from one version only. */
export class Answers {
  readonly #shelf: Shelf;
  readonly #readers: Readers;
  readonly #root: string;

  constructor(shelf: Shelf, readers: Readers, root: string) {
    this.#shelf = shelf;
    this.#readers = readers;
    this.#root = root;
  }

  /** The answer to a request; undefined where the browser goes on as if there were no worker. */
  to({ request, clientId }: Asked): Promise<Response> | undefined {
    const { url, method, mode } = request;
    if (method !== "GET" || !url.startsWith(this.#root)) return undefined;
    const path = pathOf(url, this.#root);
    if (notKept.test(path)) return undefined;
    return mode === "navigate" ? this.#page(request, path) : this.#part(request, path, clientId);
  }

  /** A new page is always of the version that is current. */
  async #page(request: Request, path: string): Promise<Response> {
    const asked = path.replace(/(^|\/)index\.html$/, "$1");
    try {
      const found = this.#shelf.find(asked);
      if (found !== undefined) return await found;
      if (this.#shelf.has(`${asked}/`)) return Response.redirect(withSlash(request.url), 302);
      return await fetch(request);
    } catch {
      return unreachable(this.#root);
    }
  }

  /** Whatever a page loads comes from the page's own version. */
  async #part(request: Request, path: string, reader: string): Promise<Response> {
    const version = await this.#readers.earlierVersion(reader);
    try {
      if (version === undefined) {
        return await (this.#shelf.find(path) ?? this.#elsewhere(request, path));
      }
      const cacheName = shelfName(this.#root, version);
      const kept = await caches.match(new URL(path, this.#root).href, { cacheName });
      if (kept !== undefined) return kept;
      // what this version has under a name that says nothing of its content is not what that page means
      if (!namedByContent.test(path) && this.#shelf.has(path)) return Response.error();
      return await this.#elsewhere(request, path);
    } catch {
      return Response.error();
    }
  }

  /** The worker of an earlier page has an id that nobody told us, and asks only for what is named by its content. */
  async #elsewhere(request: Request, path: string): Promise<Response> {
    const kept = namedByContent.test(path) ? await caches.match(request.url) : undefined;
    return kept ?? fetch(request);
  }
}

/** `https://host/course/homework/?a=1#b` → `homework/`. */
export function pathOf(url: string, root: string): string {
  const { origin, pathname } = new URL(url);
  return (origin + pathname).slice(root.length);
}

function withSlash(url: string): string {
  const address = new URL(url);
  address.pathname += "/";
  return address.href;
}

/** What a reader sees where neither the shelf nor the network has a page. */
function unreachable(root: string): Response {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark">
<meta name="viewport" content="width=device-width"><title>Not reachable</title>
<style>body{font:1.2rem/1.5 Georgia,serif;max-width:36rem;margin:15vh auto;padding:0 1.2rem}</style>
<h1>The server cannot be reached</h1><p>Nothing under this address is kept on this device.
<a href="${root}">The first page of the course</a> is.</p>`;
  return new Response(page, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
