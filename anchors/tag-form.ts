/**
 * The letters of a tag: of every pair that looks alike in print or in handwriting at most one is here (no 0 O, 1 I L,
 * 2 Z, 5 S, 6 G, 8 B, U V), and no vowel, so that no tag is a word.
 */
export const alphabet = "23456789CDFHJKMNPQRTVWXY";

/** How many characters a tag has. */
export const tagLength = 4;

const letters = [...alphabet].filter((character) => /[A-Z]/.test(character));

/** Whether a text is a tag as the ledger writes it: four characters of the alphabet, at least one of them a letter. */
export function isTag(text: string): boolean {
  const characters = [...text];
  return (
    characters.length === tagLength &&
    characters.every((character) => alphabet.includes(character)) &&
    characters.some((character) => letters.includes(character))
  );
}

/** How many tags there are: 24⁴ less those of digits alone. */
export const capacity = alphabet.length ** tagLength - (alphabet.length - letters.length) ** tagLength;
