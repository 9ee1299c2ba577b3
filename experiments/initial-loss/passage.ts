import type { Random } from "../../lab/random.ts";
import type { Setting } from "./setting.ts";

/** Positions of a text, with the random numbers of what is embedded there: standard normal, not yet scaled. */
export interface Passage {
  /** The token read at each position. Shape [positions]. */
  readonly inputs: readonly number[];
  /** The token to be predicted: any but the one just read. Shape [positions]. */
  readonly targets: readonly number[];
  /** The rows of the word table at the inputs. Shape [positions][width]. */
  readonly embedded: readonly Float64Array[];
  /** The rows of the position table. Shape [positions][width]. */
  readonly rests: readonly Float64Array[];
}

/** Uniform tokens and their tables' rows; a token that comes twice has the same row twice. */
export function drawPassage({ words, width }: Setting, positions: number, random: Random): Passage {
  const inputs: number[] = [];
  const targets: number[] = [];
  const embedded: Float64Array[] = [];
  const rests: Float64Array[] = [];
  for (let position = 0; position < positions; position++) {
    const input = Math.floor(random.uniform() * words);
    const row = drawRow(width, random);
    embedded.push(embedded[inputs.indexOf(input)] ?? row);
    rests.push(drawRow(width, random));
    inputs.push(input);
    targets.push((input + 1 + Math.floor(random.uniform() * (words - 1))) % words);
  }
  return { inputs, targets, embedded, rests };
}

/**
 * The head's rows in order, standard normal. A tied head has the embedded rows at the inputs; every other row is the
 * same number for number, tied or not. The array is one and the same, filled anew.
 */
export function* headRows(
  { words, width, isTied }: Setting,
  { inputs, embedded }: Passage,
  random: Random,
): Generator<Float64Array, void> {
  const row = new Float64Array(width);
  for (let word = 0; word < words; word++) {
    for (let j = 0; j < width; j++) row[j] = random.normal();
    yield (isTied ? embedded[inputs.indexOf(word)] : undefined) ?? row;
  }
}

function drawRow(width: number, random: Random): Float64Array {
  return Float64Array.from({ length: width }, () => random.normal());
}
