import { createHash } from "node:crypto";
import { alphabet, capacity, isTag, tagLength } from "./tag-form.ts";

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
