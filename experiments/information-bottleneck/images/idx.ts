import type { Dataset } from "./dataset.ts";

/**
 * The file format of the MNIST digits: a magic number, sizes, bytes; numbers are big-endian.
 * Images: 2051, count, rows, columns, one byte per pixel. Labels: 2049, count, one byte each.
 */
const magic = { images: 2051, labels: 2049 } as const;

/** A file's bytes and its name, for messages. */
export interface IdxFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The images of the chosen digits from a file of images and the file of their labels. Intensities are bytes divided
 * by 255. Throws an Error that names the file and what is wrong with it.
 */
export function readIdx(imageFile: IdxFile, labelFile: IdxFile, chosen: readonly string[]): Dataset {
  const [count, height, width] = readHeader(imageFile, "images", 3);
  const [labelCount] = readHeader(labelFile, "labels", 1);
  if (count !== labelCount) {
    throw new Error(`${imageFile.name} has ${count} images, but ${labelFile.name} has ${labelCount} labels`);
  }
  const names = Array.from(body(labelFile, 1), String);
  const places = [...names.keys()].filter((place) => chosen.includes(names[place] ?? ""));
  const missing = chosen.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new Error(`${labelFile.name} has no ${missing.join(", no ")}`);
  const pixels = body(imageFile, 3);
  const size = height * width;
  const images = new Float64Array(places.length * size);
  places.forEach((place, n) => {
    images.set(
      Float64Array.from(pixels.subarray(place * size, (place + 1) * size), (byte) => byte / 255),
      n * size,
    );
  });
  const labels = Uint8Array.from(places, (place) => chosen.indexOf(names[place] ?? ""));
  return { width, height, classes: chosen, images, labels };
}

/** The sizes in a header, after its magic number and the length of what follows have been checked. */
function readHeader(file: IdxFile, kind: keyof typeof magic, sizes: number): [number, number, number] {
  const { name, bytes } = file;
  if (bytes.length < headerLength(sizes)) {
    throw new Error(
      `${name} is truncated: ${bytes.length} bytes, but the header alone has ${headerLength(sizes)}`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const found = view.getUint32(0);
  if (found !== magic[kind]) throw new Error(`${name} ${wrongMagic(found, kind)}`);
  const numbers = Array.from({ length: sizes }, (_, k) => view.getUint32(4 + 4 * k));
  const expected = headerLength(sizes) + numbers.reduce((product, each) => product * each, 1);
  if (bytes.length !== expected) {
    const fault = bytes.length < expected ? "is truncated" : "is too long";
    throw new Error(`${name} ${fault}: ${bytes.length} bytes, but its header announces ${expected}`);
  }
  const [count = 0, height = 1, width = 1] = numbers;
  return [count, height, width];
}

function wrongMagic(found: number, kind: keyof typeof magic): string {
  const expected = `begins with ${found}; a file of ${kind} begins with ${magic[kind]}`;
  if (found >>> 16 === 0x1f8b) return `is compressed: unpack it first with gunzip`;
  const other = kind === "images" ? "labels" : "images";
  return found === magic[other] ? `${expected}. It is a file of ${other}` : expected;
}

function headerLength(sizes: number): number {
  return 4 + 4 * sizes;
}

function body({ bytes }: IdxFile, sizes: number): Uint8Array {
  return bytes.subarray(headerLength(sizes));
}
