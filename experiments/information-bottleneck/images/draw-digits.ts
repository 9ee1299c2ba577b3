import type { Random } from "../../../lab/random.ts";
import type { Dataset } from "./dataset.ts";
import { digitFonts, digits, type Outline } from "./outlines.ts";
import { type Polygon, rasterise } from "./rasterise.ts";

/** Width and height of an image, in pixels. */
export const imageSize = 12;
/** Standard deviation of the noise on each pixel, where paper is 0 and ink is 1. */
const noise = 0.15;
/** Height of an undistorted digit, in pixels. */
const digitHeight = 8.5;

/**
 * Digits drawn by us, as many of each class: a font by chance, a distortion that moves, turns, slants, scales and
 * bends it, and noise on every pixel.
 */
export function drawDigits(perClass: number, random: Random): Dataset {
  const labels = Uint8Array.from({ length: perClass * digits.length }, (_, n) => n % digits.length);
  const images = new Float64Array(labels.length * imageSize ** 2);
  labels.forEach((label, n) => {
    images.set(drawDigit(label, random), n * imageSize ** 2);
  });
  return { width: imageSize, height: imageSize, classes: digits, images, labels };
}

function drawDigit(label: number, random: Random): Float64Array {
  const font = digitFonts[Math.floor(random.uniform() * digitFonts.length)];
  const outline = font?.outlines[label];
  if (outline === undefined) throw new RangeError(`the fonts have no class ${label}`);
  const distort = randomDistortion(random);
  const polygons = centred(outline).map((polygon) => mapPoints(polygon, distort));
  return rasterise(polygons, imageSize, imageSize).map((ink) => ink + noise * random.normal());
}

type Point = readonly [x: number, y: number];

/** The outline around the origin, y downwards, with height 1. */
function centred(outline: Outline): Polygon[] {
  const all = outline.flat();
  const [xs, ys] = [all.filter((_, k) => k % 2 === 0), all.filter((_, k) => k % 2 === 1)];
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return outline.map((contour) =>
    mapPoints(contour, ([x, y]) => [
      (x - 0.5 * (left + right)) / (high - low),
      (0.5 * (low + high) - y) / (high - low),
    ]),
  );
}

/** From coordinates in which a digit has height 1 to pixels: an affine map after a smooth bend. */
function randomDistortion(random: Random): (point: Point) => Point {
  const [turn, slant] = [0.1 * random.normal(), 0.15 * random.normal()];
  const [wide, high] = [Math.exp(0.08 * random.normal()), Math.exp(0.08 * random.normal())];
  const [right, down] = [0.3 * random.normal(), 0.3 * random.normal()];
  const [bendX, bendY] = [randomWave(random), randomWave(random)];
  return ([x, y]) => {
    const u = wide * (x + bendX(x, y) + slant * y);
    const v = high * (y + bendY(x, y));
    return [
      imageSize / 2 + right + digitHeight * (u * Math.cos(turn) - v * Math.sin(turn)),
      imageSize / 2 + down + digitHeight * (u * Math.sin(turn) + v * Math.cos(turn)),
    ];
  };
}

/** A plane wave of a random direction and phase, less than one to a digit's height, that displaces by some hundredths. */
function randomWave(random: Random): (x: number, y: number) => number {
  const amplitude = 0.03 * random.normal();
  const phase = 2 * Math.PI * random.uniform();
  const [a, b] = [4 * random.normal(), 4 * random.normal()];
  return (x, y) => amplitude * Math.sin(a * x + b * y + phase);
}

function mapPoints(polygon: Polygon, f: (point: Point) => Point): Polygon {
  return Array.from({ length: polygon.length / 2 }, (_, k) =>
    f([polygon[2 * k] ?? 0, polygon[2 * k + 1] ?? 0]),
  ).flat();
}
