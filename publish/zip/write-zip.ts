import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { deflateSync, Zip, ZipPassThrough } from "fflate";
import { listFiles } from "../built-site.ts";
import { withDraft } from "../draft.ts";

/**
 * An entry that is compressed in one piece. fflate's own `ZipDeflate` lets a file refer to zeros before its
 * beginning: `unzip` reads that, zlib calls it “invalid distance too far back”. Can go when
 * fflate 0.8.3 is followed by one that does not.
 */
class ZipWhole extends ZipPassThrough {
  override compression = 8;

  protected override process(content: Uint8Array, isFinal: boolean): void {
    this.ondata(null, deflateSync(content, { level: 9 }), isFinal);
  }
}

/** Kinds of files that are compressed already. */
const compressed = /\.(woff2?|png|jpe?g|webp|avif|gif|zip|epub)$/;

/**
 * The first moment that a zip can name. Its times have no zone and are written from the local clock's fields, so that
 * this one is the same bytes everywhere.
 */
const epoch = () => new Date(1980, 0, 1);

/**
 * Writes the files of a folder into a zip, below a folder of the given name, sorted and without times: equal files
 * give equal bytes. One file is in memory at a time. Returns the zip's size in bytes; all or nothing.
 */
export function writeZip(folder: string, name: string, to: string): Promise<number> {
  return withDraft(to, async (draft) => {
    const size = await writeEntries(folder, name, draft);
    await rename(draft, to);
    return size;
  });
}

async function writeEntries(folder: string, name: string, to: string): Promise<number> {
  const file = await open(to, "w");
  try {
    const waiting: Uint8Array[] = [];
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      waiting.push(chunk);
    });
    for (const path of await listFiles(folder)) {
      addFile(zip, `${name}/${path}`, await readFile(join(folder, path)));
      for (const chunk of waiting.splice(0)) await file.appendFile(chunk);
    }
    zip.end();
    for (const chunk of waiting) await file.appendFile(chunk);
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

function addFile(zip: Zip, path: string, content: Uint8Array): void {
  const entry = compressed.test(path) ? new ZipPassThrough(path) : new ZipWhole(path);
  entry.mtime = epoch();
  zip.add(entry);
  entry.push(content, true);
}
