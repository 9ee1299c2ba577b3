import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
};

/** A folder on the web. */
export interface StaticServer {
  /** Address of the folder's index, with a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a built site under a base path as a plain static host does: `index.html` for folders, `404.html` else. */
export async function serve(folder: string, base = "/"): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    void respond(folder, pathname.startsWith(base) ? pathname.slice(base.length) : undefined, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(folder: string, path: string | undefined, response: ServerResponse): Promise<void> {
  const file = path === undefined ? undefined : await readUnder(folder, path);
  if (file !== undefined) {
    response.writeHead(200, { "Content-Type": types[extname(file.name)] ?? "application/octet-stream" });
    response.end(file.bytes);
    return;
  }
  const page = await readFile(join(folder, "404.html")).catch(() => "Not found");
  response.writeHead(404, { "Content-Type": types[".html"] });
  response.end(page);
}

async function readUnder(folder: string, path: string) {
  const decoded = normalize(decodeURIComponent(path));
  if (decoded.startsWith("..")) return undefined;
  const name = path === "" || path.endsWith("/") ? join(decoded, "index.html") : decoded;
  const bytes = await readFile(join(folder, name)).catch(() => undefined);
  return bytes && { name, bytes };
}
