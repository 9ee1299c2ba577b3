import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { locate } from "../address.ts";
import type { BuiltSite } from "../built-site.ts";
import type { Obstacles } from "../folder/obstacle.ts";

const types: Readonly<Record<string, string>> = {
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".ttf": "font/ttf",
  ".mp4": "video/mp4",
};

/** A place in one of the site's files that names something to load. */
export interface Load {
  readonly site: BuiltSite;
  readonly from: string;
  readonly offset: number;
  readonly obstacles: Obstacles;
}

/** `data:image/png;base64,…` for a file of the site; undefined, and reported, where it is none. Data stays data. */
export async function dataAddress(load: Load, address: string): Promise<string | undefined> {
  const target = locate(load.site, load.from, address);
  if (target.kind === "here" || (target.kind === "elsewhere" && target.scheme === "data:")) return undefined;
  if (target.kind !== "file") {
    const rule = target.kind === "missing" ? "missing-file" : "other-host";
    load.obstacles.report(rule, load.offset, `“${address}” is no file of the site`);
    return undefined;
  }
  const bytes = await readFile(join(load.site.folder, target.path));
  const type = types[extname(target.path).toLowerCase()] ?? "application/octet-stream";
  return `data:${type};base64,${bytes.toString("base64")}`;
}
