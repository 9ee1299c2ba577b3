import { expect, test } from "vitest";
import { mathFace } from "../../../publish/epub/math-face.ts";

/** The tables of a TrueType font, by name. */
function tablesOf(font: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(font);
  const rows = Array.from({ length: bytes.readUInt16BE(4) }, (_, at) => 12 + 16 * at);
  return new Map(
    rows.map((row) => {
      const [from, length] = [bytes.readUInt32BE(row + 8), bytes.readUInt32BE(row + 12)];
      return [bytes.toString("latin1", row, row + 4), bytes.subarray(from, from + length)];
    }),
  );
}

/** The characters of a font, from the format 12 part of its table. */
function charactersOf(font: Uint8Array): string {
  const cmap = tablesOf(font).get("cmap") ?? Buffer.alloc(0);
  const parts = Array.from({ length: cmap.readUInt16BE(2) }, (_, at) => cmap.readUInt32BE(8 + 8 * at));
  const part = parts.find((from) => cmap.readUInt16BE(from) === 12) ?? 0;
  const groups = Array.from({ length: cmap.readUInt32BE(part + 12) }, (_, at) => part + 16 + 12 * at);
  return groups
    .flatMap((group) => {
      const [first, last] = [cmap.readUInt32BE(group), cmap.readUInt32BE(group + 4)];
      return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at));
    })
    .join("");
}

const chapter = (math: string) => `<p>ordinary words</p><math alttext="q">${math}</math><p>more</p>`;

test("the face has the signs of formulas, letters also in italics, a minus and a root, and no others", async () => {
  const face = await mathFace([
    chapter("<mi>h</mi><mo>&lt;</mo>"),
    chapter("<mi>β</mi><mo>-</mo><mn>2</mn>"),
  ]);
  const characters = charactersOf(face ?? new Uint8Array());
  for (const sign of ["h", "ℎ", "<", "β", "𝛽", "-", "−", "√", "2"]) expect(characters).toContain(sign);
  for (const sign of ["o", "w", "q", "∫", "&"]) expect(characters).not.toContain(sign);
});

test("letters that TeX writes otherwise than Greek has them, and composed negations, are among them", async () => {
  const face = await mathFace([chapter("<mi>ϕ</mi><mi>ϵ</mi><mi>ϑ</mi><mi>∂</mi><mo>→\u0338</mo>")]);
  const characters = charactersOf(face ?? new Uint8Array());
  for (const sign of ["𝜙", "𝜖", "𝜗", "𝜕", "↛"]) expect(characters).toContain(sign);
});

test("it keeps the table by which readers build brackets and roots", async () => {
  const face = await mathFace([chapter("<mo>(</mo><mo>∑</mo>")]);
  expect(tablesOf(face ?? new Uint8Array()).get("MATH")?.length).toBeGreaterThan(500);
});

test("equal signs give equal bytes, whatever their order; without formulas there is no face", async () => {
  const [one, two] = [
    await mathFace([chapter("<mi>a</mi><mi>b</mi>")]),
    await mathFace([chapter("<mi>b</mi><mi>a</mi>")]),
  ];
  expect(Buffer.from(one ?? []).equals(Buffer.from(two ?? []))).toBe(true);
  expect(one?.length).toBeGreaterThan(1000);
  expect(await mathFace(["<p>none</p>"])).toBeUndefined();
});
