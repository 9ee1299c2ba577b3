import { type Readers, stranger } from "./readers.ts";
import type { Asked } from "./scope.ts";
import { type Shelf, shelfName } from "./shelf.ts";
import { unreachable } from "./unreachable.ts";

/** What comes from the server where no version holds it: the worker itself, what installs the site, files to take away. */
const notKept = /^(?:service-worker\.js$|_app\/|_downloads\/)/;

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
  to({ request, clientId, resultingClientId }: Asked): Promise<Response> | undefined {
    const { url, method, mode } = request;
    if (method !== "GET" || !url.startsWith(this.#root)) return undefined;
    const path = pathOf(url, this.#root);
    if (notKept.test(path) && !this.#shelf.has(path)) return undefined;
    return mode === "navigate"
      ? this.#page(request, path, resultingClientId)
      : this.#part(request, path, clientId);
  }

  /** A new page is of the version that is current; one that this version cannot give comes from the server. */
  async #page(request: Request, path: string, reader: string | undefined): Promise<Response> {
    const asked = path.replace(/(^|\/)index\.html$/, "$1");
    const found = await this.#shelf.find(asked)?.catch(() => undefined);
    if (found !== undefined) return found;
    if (this.#shelf.has(`${asked}/`)) return Response.redirect(withSlash(request.url), 302);
    try {
      const reply = await fetch(request);
      // what it loads next must not come from this shelf, for the server may have another version by now
      if (reader) await this.#readers.letIn(reader);
      return reply;
    } catch {
      return unreachable(this.#root);
    }
  }

  /** Whatever a page loads comes from the page's own version. */
  async #part(request: Request, path: string, reader: string): Promise<Response> {
    const version = await this.#readers.otherVersion(reader);
    try {
      if (version === undefined) return await (this.#shelf.find(path) ?? this.#elsewhere(request, path));
      if (version === stranger) return await this.#elsewhere(request, path);
      const cacheName = shelfName(this.#root, version);
      const kept = await caches.match(new URL(path, this.#root).href, { cacheName });
      if (kept !== undefined) return kept;
      // what this version has under a name that says nothing of its content is not what that page means
      if (!this.#shelf.isNamedByContent(path) && this.#shelf.has(path)) return Response.error();
      return await this.#elsewhere(request, path);
    } catch {
      return Response.error();
    }
  }

  /** From any shelf what is named by its content, and from the server everything else. */
  async #elsewhere(request: Request, path: string): Promise<Response> {
    if (!this.#shelf.isNamedByContent(path)) return fetch(request);
    const own = await this.#shelf.find(path)?.catch(() => undefined);
    return own ?? (await caches.match(request.url)) ?? fetch(request);
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
