import type { WorkerScope } from "./scope.ts";
import { shelfName, shelvesOf, type Wishes } from "./shelf.ts";

/** What outlives a worker, which browsers stop when it has nothing to do. */
interface Register extends Wishes {
  /** The version that answers navigations; undefined before the first. */
  readonly current?: string;
  /** Pages that are open and are not known to be of the current version, by id: the version of each, or `stranger`. */
  readonly earlier: Readonly<Record<string, string>>;
}

const nobody: Register = { earlier: {}, wantsCourse: false, wantsExperiments: false };

/** Stands for the version of a page that came from the server. */
export const stranger = "";

/** Knows which page reads which version. */
export class Readers {
  readonly #scope: WorkerScope;
  readonly #root: string;
  /** Pages that have been answered and are not open yet. */
  readonly #arriving = new Set<string>();
  #register: Promise<Register> | undefined;

  constructor(scope: WorkerScope) {
    this.#scope = scope;
    this.#root = scope.registration.scope;
  }

  /** The version from which a page was loaded, or `stranger`; undefined for pages of this one. */
  async otherVersion(id: string): Promise<string | undefined> {
    return (await this.#read()).earlier[id];
  }

  async want(wishes: Partial<Wishes>): Promise<void> {
    await this.#write({ ...(await this.#read()), ...wishes });
  }

  /** Read anew: while a version installs, another one may be told. */
  async wishes(): Promise<Wishes> {
    this.#register = undefined;
    return this.#read();
  }

  /**
   * From now on this version answers navigations; the pages that are open stay with theirs. The first version takes
   * over the pages that are open, which came from the server.
   */
  async handOver(version: string): Promise<void> {
    this.#register = undefined;
    const register = await this.#read();
    const { current, earlier } = register;
    const open = await this.#open();
    const stay =
      current === version ? [] : open.map((id) => [id, earlier[id] ?? current ?? stranger] as const);
    await this.#write({ ...register, current: version, earlier: Object.fromEntries(stay) });
    await this.#sweep(version, await shelvesOf(this.#root));
    if (current === undefined) await this.#scope.clients.claim();
  }

  /** A page that came from the server is of this version (undefined) or of another; returns whether it was unknown. */
  async meet(id: string, version: string | undefined): Promise<boolean> {
    const register = await this.#read();
    const { [id]: known, ...others } = register.earlier;
    if (known !== stranger) return false;
    await this.#write({
      ...register,
      earlier: version === undefined ? others : { ...others, [id]: version },
    });
    return true;
  }

  /** A page is answered by the server. */
  async letIn(id: string): Promise<void> {
    this.#arriving.add(id);
    const register = await this.#read();
    await this.#write({ ...register, earlier: { ...register.earlier, [id]: stranger } });
  }

  /** Forgets the pages that were closed, and with the last page of a version its shelf. */
  async forgetClosed(version: string): Promise<void> {
    const before = Object.entries((await this.#read()).earlier);
    if (before.length === 0) return;
    const open = new Set(await this.#open());
    for (const id of this.#arriving) {
      if (open.has(id)) this.#arriving.delete(id);
      else open.add(id);
    }
    const register = await this.#read();
    const earlier = Object.fromEntries(Object.entries(register.earlier).filter(([id]) => open.has(id)));
    await this.#write({ ...register, earlier });
    await this.#sweep(
      version,
      before.map(([, each]) => shelfName(this.#root, each)),
    );
  }

  async #sweep(version: string, shelves: readonly string[]): Promise<void> {
    const { earlier } = await this.#read();
    const used = new Set([version, ...Object.values(earlier)].map((each) => shelfName(this.#root, each)));
    for (const name of shelves) if (!used.has(name)) await caches.delete(name);
  }

  async #open(): Promise<string[]> {
    const readers = await this.#scope.clients.matchAll({ includeUncontrolled: true, type: "all" });
    return readers.map(({ id }) => id);
  }

  #read(): Promise<Register> {
    this.#register ??= this.#readKept();
    return this.#register;
  }

  async #readKept(): Promise<Register> {
    const kept = await caches.match(this.#root, { cacheName: this.#name });
    return kept === undefined ? nobody : { ...nobody, ...((await kept.json()) as Partial<Register>) };
  }

  async #write(register: Register): Promise<void> {
    this.#register = Promise.resolve(register);
    await (await caches.open(this.#name)).put(this.#root, Response.json(register));
  }

  get #name(): string {
    return `ansatz ${this.#root}`;
  }
}
