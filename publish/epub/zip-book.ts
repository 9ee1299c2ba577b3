import { strToU8, type Zippable, zipSync } from "fflate";
import type { BookFiles } from "./book.ts";

/**
 * The container of a book: its type first and uncompressed, as readers expect it, then the files without times. Equal
 * books give equal bytes.
 */
export function zipBook(files: BookFiles): Uint8Array {
  const mtime = new Date(1980, 0, 1);
  const entries: Zippable = { mimetype: [strToU8("application/epub+zip"), { level: 0, mtime }] };
  for (const [path, content] of files) {
    const bytes = typeof content === "string" ? strToU8(content) : content;
    entries[path] = [bytes, { level: 9, mtime }];
  }
  return zipSync(entries);
}
