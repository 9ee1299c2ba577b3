import type { KeptFile, KeptFiles, Version } from "../version.ts";
import { copyOf, fetchExactly } from "./exact-file.ts";

/** How many files are fetched at a time, so that the page that is being read is not held up. */
const atATime = 6;

/** `index.DhQ3_x-9.css`: bundlers write eight letters and digits behind the name, unless a course tells them not to. */
const digested = /[.-](?=[\w-]*[A-Z0-9])[\w-]{8,}\.\w+$/;

/** What a reader wants kept beyond what is kept at once. */
export interface Wishes {
  readonly wantsCourse: boolean;
  readonly wantsExperiments: boolean;
}

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

  /**
   * Keeps all that a version needs, and of what else it has whatever an earlier one kept; rejects at the first file
   * that cannot be had exactly as it was built.
   */
  async fill({ wantsCourse, wantsExperiments }: Wishes): Promise<void> {
    const { files, pages, later } = this.#version;
    await caches.open(this.name);
    const others = (await shelvesOf(this.#root)).filter((name) => name !== this.name);
    await this.#keepAll(files, others);
    await this.#keepAll(wantsCourse ? pages : await this.#opened(pages, others), others);
    if (wantsExperiments) await this.#keepAll(later, others);
    if (!(await this.#hasAll(files))) throw new Error("the browser has let go of files");
  }

  /** Not any more where the reader had all cleared away: then nothing is kept, while a page is still answered. */
  isOpen(): Promise<boolean> {
    return caches.has(this.name);
  }

  keepCourse(): Promise<void> {
    return this.#keepAll(this.#version.pages, []);
  }

  /** What a page has used comes first: the browser has it, also where the server is gone by now. */
  keepExperiments(used: readonly string[]): Promise<void> {
    const later = Object.entries(this.#version.later);
    const rank = (path: string) => (used.includes(path) ? 0 : 1);
    return this.#keepAll(Object.fromEntries(later.sort(([a], [b]) => rank(a) - rank(b))), []);
  }

  hasCourse(): Promise<boolean> {
    return this.#hasAll({ ...this.#version.files, ...this.#version.pages });
  }

  hasExperiments(): Promise<boolean> {
    return this.#hasAll(this.#version.later);
  }

  /** A file of the version, kept if it was not; undefined where the version has none of that address. */
  find(path: string): Promise<Response> | undefined {
    const file = this.#file(path);
    return file && this.#keep(path, file, []);
  }

  /** Does a file's name hold a digest of what is in it? Whoever has one of that name has the right one. */
  isNamedByContent(path: string): boolean {
    return path.startsWith(this.#version.assets) && digested.test(path);
  }

  isOfExperiments(path: string): boolean {
    return Object.hasOwn(this.#version.later, path);
  }

  has(path: string): boolean {
    return this.#file(path) !== undefined;
  }

  #file(path: string): KeptFile | undefined {
    const { files, pages, later } = this.#version;
    return [files, pages, later].find((group) => Object.hasOwn(group, path))?.[path];
  }

  async #opened(pages: KeptFiles, others: readonly string[]): Promise<KeptFiles> {
    const kept = new Set((await Promise.all(others.map(addressesIn))).flat());
    return Object.fromEntries(Object.entries(pages).filter(([path]) => kept.has(this.#at(path))));
  }

  async #hasAll(files: KeptFiles): Promise<boolean> {
    const kept = new Set(await addressesIn(this.name));
    return Object.keys(files).every((path) => kept.has(this.#at(path)));
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
    const address = this.#at(path);
    const kept = await caches.match(address, { cacheName: this.name });
    if (kept !== undefined) return kept;
    const response =
      (await copyOf(address, file, others)) ??
      (await fetchExactly(address, file, this.isNamedByContent(path)));
    if (await this.isOpen()) await (await caches.open(this.name)).put(address, response.clone());
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

async function addressesIn(name: string): Promise<string[]> {
  if (!(await caches.has(name))) return [];
  return (await (await caches.open(name)).keys()).map(({ url }) => url);
}
