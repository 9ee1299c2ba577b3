import { describe, expect, test } from "vitest";
import { halveImages } from "../../../experiments/information-bottleneck/images/dataset.ts";
import { readIdx } from "../../../experiments/information-bottleneck/images/idx.ts";
import { idxFile } from "./idx-files.ts";

const pixels = Array.from({ length: 4 * 6 }, (_, k) => k * 10);
const images = { name: "images.idx3", bytes: idxFile([2051, 4, 2, 3], pixels) };
const labels = { name: "labels.idx1", bytes: idxFile([2049, 4], [5, 3, 7, 5]) };

test("the images of the chosen digits are read with their classes, as bytes divided by 255", () => {
  const data = readIdx(images, labels, ["3", "5"]);
  expect([data.width, data.height]).toEqual([3, 2]);
  expect([...data.labels]).toEqual([1, 0, 1]);
  expect([...data.images.slice(0, 6)]).toEqual(pixels.slice(0, 6).map((byte) => byte / 255));
  expect([...data.images.slice(12)]).toEqual(pixels.slice(18).map((byte) => byte / 255));
});

test("a file that is a part of a larger buffer is read from its own beginning", () => {
  const padded = new Uint8Array([9, 9, 9, ...images.bytes]);
  const data = readIdx({ name: "part", bytes: padded.subarray(3) }, labels, ["7"]);
  expect([...data.images]).toEqual(pixels.slice(12, 18).map((byte) => byte / 255));
});

test("an image of 28 × 28 is halved to 14 × 14", () => {
  const large = { name: "large", bytes: idxFile([2051, 1, 28, 28], new Array<number>(784).fill(255)) };
  const data = halveImages(readIdx(large, { name: "one", bytes: idxFile([2049, 1], [3]) }, ["3"]));
  expect([data.width, data.height]).toEqual([14, 14]);
  expect(new Set(data.images)).toEqual(new Set([1]));
});

describe("a file that cannot be read says why", () => {
  const read = (imageBytes: Uint8Array, labelBytes = labels.bytes, chosen = ["3", "5"]) =>
    readIdx({ name: "a", bytes: imageBytes }, { name: "b", bytes: labelBytes }, chosen);

  test.each([
    [
      "wrong magic",
      idxFile([2052, 4, 2, 3], pixels),
      "a begins with 2052; a file of images begins with 2051",
    ],
    ["labels for images", labels.bytes, "a is truncated: 12 bytes, but the header alone has 16"],
    ["swapped", idxFile([2049, 8], new Array<number>(8).fill(3)), "begins with 2051. It is a file of labels"],
    ["compressed", idxFile([0x1f8b0800, 4, 2, 3], pixels), "a is compressed: unpack it first with gunzip"],
    ["truncated", images.bytes.slice(0, 30), "a is truncated: 30 bytes, but its header announces 40"],
    [
      "too long",
      idxFile([2051, 4, 2, 3], [...pixels, 1]),
      "a is too long: 41 bytes, but its header announces 40",
    ],
    ["counts", idxFile([2051, 3, 2, 3], pixels.slice(6)), "a has 3 images, but b has 4 labels"],
  ])("%s", (_, bytes, message) => {
    expect(() => read(bytes)).toThrow(message);
  });

  test("truncated labels, and a digit that is not there", () => {
    expect(() => read(images.bytes, labels.bytes.slice(0, 10))).toThrow(
      "b is truncated: 10 bytes, but its header announces 12",
    );
    expect(() => read(images.bytes, labels.bytes, ["3", "8", "9"])).toThrow("b has no 8, no 9");
  });
});
