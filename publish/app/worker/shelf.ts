import type { KeptFile, KeptFiles, Version } from "../version.ts";

/** The header under which a kept file remembers its digest. */
const digestHeader = "Ansatz-Integrity";

/** How many files are fetched at a time, so that the page that is being read is not held up. */
const atATime = 6;

/** The files of one version, in a cache of its own. */
export class Shelf {
  readonly name: string;
  readonly #version: Version;
  readonly #root: string;

  /** `root` is the address of the site's root, with a slash at its end. */
  constructor(version: Version, root: string) {
    this.#version = version;
    this.#root = root;
    this.name = shelfName(root, version.id);
  }

  /** Keeps all that a version needs; rejects at the first file that cannot be had exactly as it was built. */
  async fill(withExperiments: boolean): Promise<void> {
    const { files, later } = this.#version;
    const others = (await shelvesOf(this.#root)).filter((name) => name !== this.name);
    await this.#keepAll(files, others);
    if (withExperiments) await this.#keepAll(later, others);
    const kept = await (await caches.open(this.name)).keys();
    if (kept.length < Object.keys(files).length) throw new Error("the browser has let go of files");
  }

  keepExperiments(): Promise<void> {
    return this.#keepAll(this.#version.later, []);
  }

  async hasExperiments(): Promise<boolean> {
    const cache = await caches.open(this.name);
    const found = await Promise.all(
      Object.keys(this.#version.later).map((path) => cache.match(this.#at(path))),
    );
    return found.every((each) => each !== undefined);
  }

  /** A file of the version, kept if it was not; undefined where the version has none of that address. */
  find(path: string): Promise<Response> | undefined {
    const file = this.#file(path);
    return file && this.#keep(path, file, []);
  }

  isOfExperiments(path: string): boolean {
    return Object.hasOwn(this.#version.later, path);
  }

  has(path: string): boolean {
    return this.#file(path) !== undefined;
  }

  #file(path: string): KeptFile | undefined {
    const { files, later } = this.#version;
    return Object.hasOwn(files, path) ? files[path] : Object.hasOwn(later, path) ? later[path] : undefined;
  }

  async #keepAll(files: KeptFiles, others: readonly string[]): Promise<void> {
    const pending = Object.entries(files);
    const work = async () => {
      for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
        await this.#keep(...next, others);
      }
    };
    await Promise.all(Array.from({ length: atATime }, work));
  }

  async #keep(path: string, file: KeptFile, others: readonly string[]): Promise<Response> {
    const cache = await caches.open(this.name);
    const address = this.#at(path);
    const kept = await cache.match(address);
    if (kept !== undefined) return kept;
    const response = (await unchanged(address, file, others)) ?? (await fetchExactly(address, file));
    await cache.put(address, response.clone());
    return response;
  }

  #at(path: string): string {
    return new URL(path, this.#root).href;
  }
}

/** The names of the shelves of all versions of a site. Other sites of the same host have shelves of their own. */
export async function shelvesOf(root: string): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(shelfName(root, "")));
}

export function shelfName(root: string, version: string): string {
  return `ansatz ${root} ${version}`;
}

/** A file that another version has too. */
async function unchanged(address: string, [digest]: KeptFile, others: readonly string[]) {
  for (const cacheName of others) {
    const kept = await caches.match(address, { cacheName });
    if (kept?.headers.get(digestHeader) === digest) return kept;
  }
  return undefined;
}

/** The browser refuses a reply whose digest is another one: of a deployment that has come since, or is coming. */
async function fetchExactly(address: string, [integrity]: KeptFile): Promise<Response> {
  const reply = await fetch(address, { integrity, cache: "no-cache", credentials: "same-origin" });
  if (!reply.ok) throw new Error(`${address} answers ${reply.status}`);
  // written anew: a reply that came by a redirect may answer no navigation
  const headers = { "Content-Type": reply.headers.get("Content-Type") ?? "", [digestHeader]: integrity };
  return new Response(await reply.blob(), { headers });
}
