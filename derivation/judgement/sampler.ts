import type { Binding } from "../meaning/expression.ts";
import { extentOf } from "../meaning/shape.ts";
import type { Point, PointValue } from "./point.ts";
import { domainAt, lengthAt } from "./point.ts";
import type { Random } from "./random.ts";
import { createRandom, hash } from "./random.ts";
import { readableIn, sampleIn } from "./sample-domain.ts";
import { drawTensor, withProperty } from "./sample-tensor.ts";

/** Gives every variable its value in the k-th sample, whatever other variables there are: so links share samples. */
export type Sampler = (variable: Binding, k: number, point: Point) => PointValue;

/** Every second one of the first samples is small and readable. */
const LAST_READABLE = 12;
export const isReadable = (k: number): boolean => k < LAST_READABLE && k % 2 === 0;

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Entries are rounded to a tenth at readable points, where that leaves them in the domain and unlike each other. */
const drawEntries = (variable: Binding, k: number, point: Point, random: Random): PointValue => {
  const domain = domainAt(variable, point);
  const [rows, columns] = extentOf(variable.shape ?? []).map((length) => lengthAt(length, point));
  const taken = new Set([0]);
  const draw = (): number => {
    const value = sampleIn(domain, random);
    const short = rounded(value);
    const isUsable = isReadable(k) && short > domain.from && short < domain.to && !taken.has(Math.abs(short));
    taken.add(Math.abs(short));
    return isUsable ? short : value;
  };
  return withProperty(drawTensor(rows ?? 1, columns ?? 1, draw), domain.property);
};

/** A readable value: neighbouring variables, counted by j, get different ones. */
const readableValue = (variable: Binding, j: number, k: number, point: Point): number | undefined => {
  const values = readableIn(domainAt(variable, point));
  return values[(k + j * (k + 1)) % values.length];
};

export const createSampler = (seed: number): Sampler => {
  const streams = new Map<Binding, { readonly j: number; readonly seed: number }>();
  const drawn = new Map<Binding, PointValue[]>();
  const draw: Sampler = (variable, k, point) => {
    const stream = streams.get(variable) ?? { j: streams.size, seed: hash(`${seed} ${variable.name}`) };
    streams.set(variable, stream);
    const random = createRandom(stream.seed + Math.imul(k, 0x9e3779b9));
    if (variable.shape) return drawEntries(variable, k, point, random);
    const readable = isReadable(k) ? readableValue(variable, stream.j, k / 2, point) : undefined;
    return readable ?? sampleIn(domainAt(variable, point), random);
  };
  return (variable, k, point) => {
    const values = drawn.get(variable) ?? [];
    drawn.set(variable, values);
    const value = values[k] ?? draw(variable, k, point);
    values[k] = value;
    return value;
  };
};
