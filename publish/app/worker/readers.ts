import type { WorkerScope } from "./scope.ts";
import { shelfName, shelvesOf } from "./shelf.ts";

/** What outlives a worker, which browsers stop when it has nothing to do. */
interface Register {
  /** The version that answers navigations; undefined before the first. */
  readonly current?: string;
  /** Pages that were loaded from an earlier version and are still open, by id. */
  readonly earlier: Readonly<Record<string, string>>;
  /** Does the reader want the experiments kept, in later versions too? */
  readonly wantsExperiments: boolean;
}

const nobody: Register = { earlier: {}, wantsExperiments: false };

/** Knows which page reads which version. */
export class Readers {
  readonly #scope: WorkerScope;
  readonly #root: string;
  #register: Promise<Register> | undefined;

  constructor(scope: WorkerScope) {
    this.#scope = scope;
    this.#root = scope.registration.scope;
  }

  /** The earlier version from which a page was loaded; undefined for pages of this one. */
  async earlierVersion(id: string): Promise<string | undefined> {
    return (await this.#read()).earlier[id];
  }

  async wantExperiments(): Promise<void> {
    await this.#write({ ...(await this.#read()), wantsExperiments: true });
  }

  /** Read anew: while a version installs, another one may be told. */
  async wantsExperiments(): Promise<boolean> {
    this.#register = undefined;
    return (await this.#read()).wantsExperiments;
  }

  /** From now on this version answers navigations; the pages that are open stay with theirs. */
  async handOver(version: string): Promise<void> {
    this.#register = undefined;
    const { current, earlier, wantsExperiments } = await this.#read();
    const open = await this.#open();
    const stay =
      current === undefined || current === version ? [] : open.map((id) => [id, earlier[id] ?? current]);
    await this.#write({ current: version, earlier: Object.fromEntries(stay), wantsExperiments });
    await this.#sweep(version, await shelvesOf(this.#root));
  }

  /** Forgets the pages that were closed, and with the last page of a version its shelf. */
  async forgetClosed(version: string): Promise<void> {
    const register = await this.#read();
    const before = Object.entries(register.earlier);
    if (before.length === 0) return;
    const open = new Set(await this.#open());
    const earlier = Object.fromEntries(before.filter(([id]) => open.has(id)));
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
    return kept === undefined ? nobody : ((await kept.json()) as Register);
  }

  async #write(register: Register): Promise<void> {
    this.#register = Promise.resolve(register);
    await (await caches.open(this.#name)).put(this.#root, Response.json(register));
  }

  get #name(): string {
    return `ansatz ${this.#root}`;
  }
}
