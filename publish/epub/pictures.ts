import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { locate } from "../address.ts";
import type { BuiltSite } from "../built-site.ts";
import { parseElements } from "../html.ts";
import { Refusal } from "../refusal.ts";
import { xmlId } from "./xml.ts";

/** A picture of a book. */
export interface Picture {
  readonly file: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What every reader of EPUB 3 shows. */
const mediaTypes: Readonly<Record<string, string>> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".svg": "image/svg+xml",
};

/** The pictures of a book, each once, by their paths in the site. */
export class Pictures {
  readonly #site: BuiltSite;
  readonly #pictures = new Map<string, Picture>();

  constructor(site: BuiltSite) {
    this.#site = site;
  }

  /** All that were read so far. */
  get all(): readonly Picture[] {
    return [...this.#pictures.values()];
  }

  /** Reads the pictures of a page: the file in the book of each address that the page gives. */
  async read(path: string, page: string): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    if (!page.includes("<img")) return found;
    for (const { name, attributes } of parseElements(page)) {
      const src = name === "img" ? attributes.get("src")?.value : undefined;
      const target = src === undefined ? undefined : locate(this.#site, path, src);
      if (src === undefined || target?.kind !== "file") continue;
      const picture = this.#pictures.get(target.path) ?? (await this.#readPicture(target.path));
      this.#pictures.set(target.path, picture);
      found.set(src, picture.file);
    }
    return found;
  }

  async #readPicture(path: string): Promise<Picture> {
    const bytes = await readFile(join(this.#site.folder, path));
    const name = `picture-${this.#pictures.size + 1}`;
    const ending = extname(path).toLowerCase();
    const mediaType = mediaTypes[ending];
    if (mediaType !== undefined) {
      return { file: `${name}${ending}`, mediaType, bytes: ending === ".svg" ? withNames(bytes) : bytes };
    }
    return { file: `${name}.png`, mediaType: "image/png", bytes: await toPng(path, bytes) };
  }
}

/** A drawing whose ids are names of XML, as books want them. */
function withNames(svg: Uint8Array): Uint8Array {
  const references = /(\bid\s*=\s*["']|(?:href\s*=\s*["']|url\(\s*["']?)#)([^"')]+)/g;
  const text = Buffer.from(svg).toString("utf8");
  return Buffer.from(text.replaceAll(references, (_, before: string, id: string) => before + xmlId(id)));
}

/** A picture of a newer format as PNG, by the library that Astro brings. */
async function toPng(path: string, bytes: Uint8Array): Promise<Uint8Array> {
  try {
    const { default: sharp } = await import("sharp");
    return await sharp(bytes).png({ compressionLevel: 9 }).toBuffer();
  } catch (error) {
    throw new Refusal(
      `not every reader of EPUB shows \`${path}\`, and it could not be made a PNG (${error instanceof Error ? error.message : error}): install \`sharp\`, or save it as PNG, JPEG or SVG`,
    );
  }
}
