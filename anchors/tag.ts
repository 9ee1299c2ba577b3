import { createHash } from "node:crypto";

/**
 * The letters of a tag: of every pair that looks alike in print or in handwriting at most one is here (no 0 O, 1 I L,
 * 2 Z, 5 S, 6 G, 8 B, U V), and no vowel, so that no tag is a word.
 */
export const alphabet = "23456789CDFHJKMNPQRTVWXY";

const tagLength = 4;
const letters = [...alphabet].filter((character) => /[A-Z]/.test(character));
/** How many tags there are: 24⁴ less those of digits alone. */
const capacity = alphabet.length ** tagLength - (alphabet.length - letters.length) ** tagLength;

/** Whether a text is a tag as the ledger writes it: four characters of the alphabet, at least one of them a letter. */
export function isTag(text: string): boolean {
  const characters = [...text];
  return (
    characters.length === tagLength &&
    characters.every((character) => alphabet.includes(character)) &&
    characters.some((character) => letters.includes(character))
  );
}

/**
 * A tag that is not taken yet. It is derived from what it is for (an item's kind and address), so that two branches
 * that tag different items rarely choose the same one, and two branches that tag the same item always do. The hash is
 * drawn again while it gives digits alone or a taken tag. Throws a RangeError when all tags are taken.
 */
export function newTag(subject: string, taken: ReadonlySet<string>): string {
  if (taken.size >= capacity) throw new RangeError(`All ${capacity} permanent tags are taken`);
  for (let attempt = 0; ; attempt++) {
    const tag = spell(createHash("sha256").update(`${attempt} ${subject}`).digest().readUIntBE(0, 6));
    if (isTag(tag) && !taken.has(tag)) return tag;
  }
}

/** A number as a tag: its last digits to the base of the alphabet. */
function spell(number: number): string {
  let rest = number;
  let tag = "";
  while (tag.length < tagLength) {
    tag += alphabet[rest % alphabet.length];
    rest = Math.floor(rest / alphabet.length);
  }
  return tag;
}
