import type { Random } from "../../../lab/random.ts";

/** Labelled grey images, wherever they come from. */
export interface Dataset {
  readonly width: number;
  readonly height: number;
  /** What each class is called: "3". */
  readonly classes: readonly string[];
  /** Intensities, 0 for paper and 1 for ink, noise apart. Shape [images, height × width], row by row. */
  readonly images: Float64Array;
  /** The class of each image, as an index into `classes`. Shape [images]. */
  readonly labels: Uint8Array;
}

/** What a network is trained on and what it is judged by. */
export interface Split {
  readonly training: Dataset;
  readonly validation: Dataset;
}

/** The images at the given places, in that order. */
export function takeImages(from: Dataset, places: readonly number[]): Dataset {
  const size = from.width * from.height;
  const images = new Float64Array(places.length * size);
  places.forEach((place, n) => {
    images.set(from.images.subarray(place * size, (place + 1) * size), n * size);
  });
  return { ...from, images, labels: Uint8Array.from(places, (place) => from.labels[place] ?? 0) };
}

/**
 * The places of as many images of each class as asked for, drawn without replacement from the places given; throws a
 * RangeError if there are fewer.
 */
export function drawPlaces(
  from: Dataset,
  perClass: number,
  random: Random,
  among: readonly number[] = [...from.labels.keys()],
): number[] {
  return from.classes.flatMap((name, label) => {
    const own = among.filter((place) => from.labels[place] === label);
    if (own.length < perClass) {
      throw new RangeError(`${perClass} images of ${name} are wanted, but there are ${own.length}`);
    }
    return shuffled(own, random).slice(0, perClass);
  });
}

function shuffled(places: readonly number[], random: Random): number[] {
  const keys = places.map((place) => ({ place, key: random.uniform() }));
  return keys.sort((a, b) => a.key - b.key).map(({ place }) => place);
}

/** The images at half the width and height: each pixel is the mean of four; an odd last row or column is left out. */
export function halveImages(from: Dataset): Dataset {
  const [width, height] = [Math.floor(from.width / 2), Math.floor(from.height / 2)];
  const images = new Float64Array(from.labels.length * width * height);
  const pixel = (n: number, x: number, y: number): number =>
    from.images[(n * from.height + y) * from.width + x] ?? 0;
  for (let target = 0; target < images.length; target++) {
    const [n, place] = [Math.floor(target / (width * height)), target % (width * height)];
    const [x, y] = [2 * (place % width), 2 * Math.floor(place / width)];
    images[target] = (pixel(n, x, y) + pixel(n, x + 1, y) + pixel(n, x, y + 1) + pixel(n, x + 1, y + 1)) / 4;
  }
  return { ...from, width, height, images };
}
