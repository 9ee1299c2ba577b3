import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newTag } from "../../anchors/tag.ts";
import { alphabet, isTag } from "../../anchors/tag-form.ts";

describe("a tag", () => {
  test("is four characters of the alphabet, at least one of them a letter", () => {
    fc.assert(fc.property(fc.string(), (subject) => isTag(newTag(subject, new Set()))));
  });

  test.each(["", "7K3", "7K3FF", "7K3f", "2345", "7O3F", "713F", "7L3F", "7 3F"])("“%s” is none", (text) => {
    expect(isTag(text)).toBe(false);
  });

  test("has of each pair that looks alike at most one, in capitals and in small letters", () => {
    for (const pair of ["0O", "1I", "1L", "2Z", "5S", "6G", "8B", "UV", "OQ"]) {
      expect([...pair].filter((character) => alphabet.includes(character)).length).toBeLessThan(2);
    }
    expect(new Set(alphabet.toLowerCase()).size).toBe(alphabet.length);
    for (const character of "0O1IL") expect(alphabet).not.toContain(character);
  });

  test("depends on its subject alone, unless that tag is taken", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (subject, others) => {
        const tag = newTag(subject, new Set());
        const taken = new Set(others.map((other) => newTag(other, new Set())));
        taken.delete(tag);
        expect(newTag(subject, taken)).toBe(tag);
      }),
    );
  });

  test("is never one that is taken", () => {
    const taken = new Set<string>();
    for (let index = 0; index < 20_000; index++) {
      const tag = newTag(`claim homework/problem-1#P1-${index}`, taken);
      expect(taken.has(tag)).toBe(false);
      taken.add(tag);
    }
    expect(taken.size).toBe(20_000);
  });

  test("two branches that tag 100 different items each choose no common one, but by chance (100²/327,680)", () => {
    const branch = (name: string) =>
      new Set(Array.from({ length: 100 }, (_, index) => newTag(`part homework/${name}#${index}`, new Set())));
    let common = 0;
    for (let trial = 0; trial < 200; trial++) {
      common += branch(`left-${trial}`).intersection(branch(`right-${trial}`)).size;
    }
    // 200 trials, 10⁴ pairs each: Poisson with mean 6.1; five deviations above it is 19.
    expect(common).toBeLessThan(19);
  });

  test("runs out loudly", () => {
    const all = { has: () => true, size: 24 ** 4 - 8 ** 4 } as unknown as ReadonlySet<string>;
    expect(() => newTag("part a", all)).toThrow("All 327680 permanent tags are taken");
  });
});
