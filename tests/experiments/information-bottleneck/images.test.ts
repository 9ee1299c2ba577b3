import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawPlaces, halveImages } from "../../../experiments/information-bottleneck/images/dataset.ts";
import { drawDigits, imageSize } from "../../../experiments/information-bottleneck/images/draw-digits.ts";
import { flattenPath } from "../../../experiments/information-bottleneck/images/flatten-path.ts";
import { digitFonts, digits } from "../../../experiments/information-bottleneck/images/outlines.ts";
import { rasterise } from "../../../experiments/information-bottleneck/images/rasterise.ts";
import { settings } from "../../../experiments/information-bottleneck/network/settings.ts";
import { drawSplit, splitImages } from "../../../experiments/information-bottleneck/network/train.ts";
import { createRandom } from "../../../lab/random.ts";

const sum = (image: Float64Array): number => image.reduce((total, ink) => total + ink, 0);

describe("rasterise", () => {
  test("a square has its area as ink, wherever it lies in the image", () => {
    const place = fc.integer({ min: 0, max: 20 }).map((n) => n / 4);
    fc.assert(
      fc.property(place, place, (x, y) => {
        const square = [x, y, x + 5, y, x + 5, y + 5, x, y + 5];
        expect(sum(rasterise([square], 12, 12))).toBeCloseTo(25, 9);
      }),
    );
  });

  test("a contour that turns the other way is a hole; one that turns the same way covers nothing twice", () => {
    const outer = [1, 1, 9, 1, 9, 9, 1, 9];
    const inner = [3, 3, 6, 3, 6, 6, 3, 6];
    const reversed = [3, 3, 3, 6, 6, 6, 6, 3];
    expect(sum(rasterise([outer, inner], 12, 12))).toBeCloseTo(64, 9);
    expect(sum(rasterise([outer, reversed], 12, 12))).toBeCloseTo(55, 9);
  });

  test("no pixel has less ink than 0 or more than 1, and ink beyond the edge is cut off", () => {
    const image = rasterise([[-3, -3, 5.3, 0.7, 20, 30, 2.2, 8.1]], 12, 12);
    expect(Math.min(...image)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...image)).toBeLessThanOrEqual(1 + 1e-12);
  });
});

test("a circle of four cubic curves is flattened to a polygon of its area, within the tolerance", () => {
  const k = (4 / 3) * (Math.SQRT2 - 1) * 500;
  const arcs = [
    [500, k, k, 500, 0, 500],
    [-k, 500, -500, k, -500, 0],
    [-500, -k, -k, -500, 0, -500],
    [k, -500, 500, -k, 500, 0],
  ];
  const commands = arcs.map((args) => ({ command: "bezierCurveTo", args }));
  const [polygon = []] = flattenPath([{ command: "moveTo", args: [500, 0] }, ...commands], 1);
  let area = 0;
  for (let n = 0; n < polygon.length; n += 2) {
    const [x0 = 0, y0 = 0] = polygon.slice(n, n + 2);
    const [x1 = 0, y1 = 0] = n + 2 < polygon.length ? polygon.slice(n + 2, n + 4) : polygon;
    area += 0.5 * (x0 * y1 - x1 * y0);
  }
  expect(area / (Math.PI * 500 ** 2)).toBeGreaterThan(0.985);
  expect(area / (Math.PI * 500 ** 2)).toBeLessThanOrEqual(1.001);
});

test("every font has all digits as closed contours, with its licence, version and source", () => {
  expect(new Set(digitFonts.map(({ name }) => name)).size).toBe(16);
  for (const font of digitFonts) {
    expect(font.licence).toMatch(/^https?:\/\/(scripts\.sil\.org\/OFL|openfontlicense\.org)/);
    expect(font.version).toMatch(/^\d/);
    expect(font.source).toMatch(/ \d+\.\d+\.\d+$/);
    expect(font.copyright.length).toBeGreaterThan(10);
    expect(font.outlines).toHaveLength(digits.length);
    for (const contour of font.outlines.flat()) expect(contour.length % 2).toBe(0);
  }
});

test.each(digitFonts)("$name: an 8 encloses two pieces of paper, a 3 and a 5 none", ({ outlines }) => {
  const pieces = outlines.map((outline) => {
    const polygons = outline.map((contour) =>
      contour.map((v, k) => (k % 2 === 0 ? 20 + v / 8 : 110 - v / 8)),
    );
    return whitePieces(rasterise(polygons, 140, 140), 140);
  });
  expect(pieces).toEqual([1, 1, 3]);
});

/** Connected pieces of paper, by filling them one after the other. */
function whitePieces(image: Float64Array, width: number): number {
  const open = new Set(image.keys().filter((place) => (image[place] ?? 0) < 0.5));
  let pieces = 0;
  for (const start of open) {
    pieces++;
    const stack = [start];
    for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
      if (open.delete(place)) stack.push(place - 1, place + 1, place - width, place + width);
    }
  }
  return pieces;
}

describe("digits drawn by us", () => {
  test("the same seed draws the same images, another seed others", () => {
    const draw = (seed: number) => drawDigits(4, createRandom(seed)).images;
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
  });

  test("there are as many of each class; their pixels are ink in [0, 1] with noise of deviation 0.15", () => {
    const { images, labels } = drawDigits(200, createRandom(1));
    expect([0, 1, 2].map((label) => labels.filter((each) => each === label).length)).toEqual([200, 200, 200]);
    const corner = Float64Array.from({ length: 600 }, (_, n) => images[n * imageSize ** 2] ?? 0);
    const deviation = Math.sqrt(sum(corner.map((value) => value ** 2)) / 600);
    expect(deviation).toBeGreaterThan(0.13);
    expect(deviation).toBeLessThan(0.19);
  });

  test("no validation image is a training image, and the validation images are the same for every seed", () => {
    const [first, second] = [1, 2].map((seed) => drawSplit(settings, createRandom(seed)));
    expect(first?.validation.images).toEqual(second?.validation.images);
    expect(first?.training.images).not.toEqual(second?.training.images);
    const size = imageSize ** 2;
    const held = new Set(Array.from({ length: 600 }, (_, n) => first?.validation.images[n * size]));
    expect(Array.from({ length: 180 }, (_, n) => held.has(first?.training.images[n * size]))).not.toContain(
      true,
    );
  });
});

describe("images at hand", () => {
  const pool = drawDigits(30, createRandom(5));
  const few = { ...settings, trainingPerClass: 12, validationPerClass: 15 };

  test("a split takes disjoint images, as many of each class as asked for", () => {
    const { training, validation } = splitImages(pool, few, createRandom(1));
    const size = imageSize ** 2;
    const first = (images: Float64Array, n: number) => images[n * size];
    const held = new Set(validation.labels.keys().map((n) => first(validation.images, n)));
    expect(validation.labels).toHaveLength(45);
    expect(training.labels).toHaveLength(36);
    expect([...training.labels.keys()].some((n) => held.has(first(training.images, n)))).toBe(false);
  });

  test("more images than there are cannot be drawn", () => {
    expect(() => drawPlaces(pool, 31, createRandom(1))).toThrow(
      "31 images of 3 are wanted, but there are 30",
    );
  });

  test("halved images keep their mean ink", () => {
    const half = halveImages(pool);
    expect([half.width, half.height]).toEqual([6, 6]);
    expect(sum(half.images) * 4).toBeCloseTo(sum(pool.images), 8);
  });
});
