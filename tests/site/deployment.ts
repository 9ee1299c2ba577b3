import { cp, readFile, rename, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, dirname, extname, join, relative } from "node:path";
import { buildApp } from "../../publish/app/build-app.ts";
import { findElement, parseElements } from "../../publish/html.ts";
import { listFiles } from "./page-list.ts";

/** What pages and scripts of a deployment made for a test leave behind: the names of the versions that ran. */
declare global {
  var ansatzRan: string[] | undefined;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** A host on which a site is deployed, replaced and switched off, always under the same address. */
export class Host {
  readonly #base: string;
  readonly #server: Server;
  #folder = "";
  #missing: string | undefined;
  #port = 0;

  constructor(base: string) {
    this.#base = base;
    this.#server = createServer(async ({ url = "/" }, response) => {
      const path = decodeURIComponent(new URL(url, "http://host").pathname).slice(base.length);
      const file = /(^|\/)$/.test(path) ? `${path}index.html` : path;
      const bytes =
        file === this.#missing ? undefined : await readFile(join(this.#folder, file)).catch(() => undefined);
      response.writeHead(bytes ? 200 : 404, { "Content-Type": types[extname(file)] ?? "text/plain" });
      response.end(bytes ?? "Not found");
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}${this.#base}`;
  }

  /** Serves a folder from now on, all but one file if that is named. */
  async deploy(folder: string, missing?: string): Promise<void> {
    this.#folder = folder;
    this.#missing = missing;
    if (this.#server.listening) return;
    await new Promise<void>((resolve) => this.#server.listen(this.#port, "127.0.0.1", resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Nobody answers any more. */
  async switchOff(): Promise<void> {
    if (!this.#server.listening) return;
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}

/**
 * Makes another version of a built site: each page says so in `ansatz-build`, each script when it runs, and no script
 * keeps the name that it had. The tags' pages, which are many, are left out. A limit in bytes makes a large course of it.
 */
export async function makeVersion(
  dist: string,
  folder: string,
  version: string,
  limit?: number,
): Promise<string> {
  const isMany = /^(?:t|cards)\//;
  await cp(dist, folder, { recursive: true, filter: (from) => !isMany.test(relative(dist, from)) });
  const files = await listFiles(folder);
  const chunks = new Set(files.filter((file) => /^_astro\/.*\.js$/.test(file)).map((file) => basename(file)));
  const renamed = (name: string) => (chunks.has(name) ? name.replace(/\.js$/, `${version}.js`) : name);
  const build = findElement(
    parseElements(await readFile(join(dist, "index.html"), "utf8")),
    "meta",
    "content",
    ["name", "ansatz-build"],
  );
  for (const file of files.filter(
    (each) => /\.(html|js)$/.test(each) && !/^_app|^service-worker/.test(each),
  )) {
    const path = join(folder, file);
    const text = (await readFile(path, "utf8"))
      .replace(/[\w.-]+\.js\b/g, renamed)
      .replaceAll(`content="${build}"`, `content="${version}"`);
    const mark = file.endsWith(".js") ? `\n;(globalThis.ansatzRan ??= []).push("${version}");\n` : "";
    await writeFile(path, text + mark);
    if (file.startsWith("_astro/")) await rename(path, join(dirname(path), renamed(basename(path))));
  }
  await buildApp(folder, limit);
  return folder;
}
