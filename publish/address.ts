import { posix } from "node:path";
import type { BuiltSite } from "./built-site.ts";

/** Where an address leads: to a file of the site, out of the site, or nowhere. */
export type Target =
  | { readonly kind: "file"; readonly path: string; readonly tail: string }
  | { readonly kind: "here" }
  | { readonly kind: "elsewhere"; readonly scheme: string }
  | { readonly kind: "missing" };

/** Stands for whatever host serves the site. */
const host = "https://site.invalid";

/** Follows an address that stands in one of the site's files, as a server of static files would. */
export function locate(site: BuiltSite, from: string, address: string): Target {
  const trimmed = address.trim();
  if (trimmed === "" || trimmed.startsWith("#") || trimmed.startsWith("?")) return { kind: "here" };
  const here = host + site.base + encodePath(from);
  if (!URL.canParse(trimmed, here)) return { kind: "missing" };
  const url = new URL(trimmed, here);
  if (url.origin !== host) return { kind: "elsewhere", scheme: url.protocol };
  const path = decodePath(url.pathname);
  if (path === undefined || !`${path}/`.startsWith(site.base)) return { kind: "missing" };
  const file = findFile(site, path.slice(site.base.length));
  return file === undefined ? { kind: "missing" } : { kind: "file", path: file, tail: url.search + url.hash };
}

/** The address of one of the site's files, relative to another, with the file's name spelled out. */
export function relativeAddress(from: string, to: string): string {
  return encodePath(posix.relative(posix.dirname(from), to));
}

/** `a folder` and `index.html` are what a server finds for `a%20folder/`. */
function findFile({ files }: BuiltSite, path: string): string | undefined {
  const tried = path === "" || path.endsWith("/") ? [`${path}index.html`] : [path, `${path}/index.html`];
  return tried.find((file) => files.has(file));
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
