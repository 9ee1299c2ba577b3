import { deflateSync } from "node:zlib";

/** A PDF's objects by number, each as it stands between `obj` and `endobj`, one character a byte; and its trailer. */
export interface PdfDocument {
  readonly objects: Map<number, string>;
  readonly trailer: string;
}

/** Reads what Chromium writes: one section with a classic table of offsets. Throws on any other form. */
export function readDocument(pdf: Uint8Array): PdfDocument {
  const text = Buffer.from(pdf).toString("latin1");
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const [head, count = ""] = /^xref\s+0 (\d+)\s*\n/.exec(text.slice(table, table + 40)) ?? [];
  if (head === undefined) throw new Error("the PDF that Chromium wrote has no table of objects at its end");
  const offsets = Array.from({ length: Number(count) }, (_, number) => {
    const entry = table + head.length + 20 * number;
    return { number, at: Number(text.slice(entry, entry + 10)), isUsed: text[entry + 17] === "n" };
  }).filter(({ isUsed }) => isUsed);
  const ordered = offsets.toSorted((a, b) => a.at - b.at);
  const objects = new Map(
    ordered.map(({ number, at }, index) => {
      const whole = text.slice(at, ordered[index + 1]?.at ?? table);
      return [number, whole.replace(/^\d+ 0 obj\s/, "").replace(/\s*endobj\s*$/, "")];
    }),
  );
  return { objects, trailer: /trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(text)?.[1] ?? "" };
}

/** Text as a PDF string. */
export function pdfString(text: string): string {
  const units = Array.from(text, (character) => Buffer.from(character, "utf16le").swap16().toString("hex"));
  return `<FEFF${units.join("").toUpperCase()}>`;
}

/** As many objects are packed into one stream. */
const pack = 200;

/**
 * The document as bytes, its dictionaries packed and compressed (PDF 1.5): the tree of tags is most of what Chromium
 * writes, and it writes it in full.
 */
export function writeDocument({ objects, trailer }: PdfDocument): Uint8Array {
  const parts = ["%PDF-1.5\n%\xd3\xeb\xe9\xe1\n"];
  const places = new Map<number, readonly [type: number, where: number, index: number]>();
  let length = parts[0]?.length ?? 0;
  const numbers = [...objects.keys()].sort((a, b) => a - b);
  let size = (numbers.at(-1) ?? 0) + 1;
  const write = (number: number, content: string) => {
    const text = `${number} 0 obj\n${content}\nendobj\n`;
    places.set(number, [1, length, 0]);
    parts.push(text);
    length += text.length;
  };
  const isStream = (number: number) => />>\s*stream\r?\n/.test(objects.get(number) ?? "");
  for (const number of numbers.filter(isStream)) write(number, objects.get(number) ?? "");
  const packed = numbers.filter((number) => !isStream(number));
  for (let from = 0; from < packed.length; from += pack) {
    const members = packed.slice(from, from + pack);
    for (const [index, number] of members.entries()) places.set(number, [2, size, index]);
    write(size++, packObjects(members.map((number) => [number, objects.get(number) ?? ""])));
  }
  places.set(size, [1, length, 0]);
  const start = length;
  parts.push(`${size} 0 obj\n${crossReferences(places, size + 1, trailer)}\nendobj\n`);
  parts.push(`startxref\n${start}\n%%EOF\n`);
  return Buffer.from(parts.join(""), "latin1");
}

function packObjects(members: readonly (readonly [number: number, content: string])[]): string {
  let at = 0;
  const index: string[] = [];
  for (const [number, content] of members) {
    index.push(`${number} ${at}`);
    at += content.length + 1;
  }
  const head = `${index.join(" ")}\n`;
  const body = members.map(([, content]) => `${content}\n`).join("");
  return stream(
    `/Type /ObjStm /N ${members.length} /First ${head.length}`,
    Buffer.from(head + body, "latin1"),
  );
}

function crossReferences(
  places: ReadonlyMap<number, readonly [number, number, number]>,
  size: number,
  trailer: string,
): string {
  const rows = Buffer.alloc(size * 7);
  for (let number = 0; number < size; number++) {
    const [type, where, index] = places.get(number) ?? [0, 0, 0];
    rows.writeUInt8(type, number * 7);
    rows.writeUInt32BE(where, number * 7 + 1);
    rows.writeUInt16BE(index, number * 7 + 5);
  }
  const kept = trailer.replace(/\/Size \d+/, "").trim();
  return stream(`/Type /XRef /Size ${size} /W [1 4 2] ${kept}`, rows);
}

function stream(dictionary: string, content: Uint8Array): string {
  const bytes = deflateSync(content, { level: 9 });
  return `<<${dictionary} /Filter /FlateDecode /Length ${bytes.length}>>\nstream\n${bytes.toString("latin1")}\nendstream`;
}
