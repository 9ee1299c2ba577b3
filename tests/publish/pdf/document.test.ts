import { inflateSync } from "node:zlib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { pdfString, readDocument, writeDocument } from "../../../publish/pdf/document.ts";
import { finishPdf, formulaMark } from "../../../publish/pdf/finish.ts";
import { referred } from "../../../publish/pdf/objects.ts";
import { classic } from "./classic.ts";

const objects = [
  "<</Title (a \\(b\\))\n/Creator (Mozilla/5.0 \\(X11; Linux x86_64\\) Chrome)\n/Producer (Skia/PDF m156)\n/CreationDate (D:20261122193000+00'00')>>",
  "<</Type /Page\n/Parent 3 0 R\n/MediaBox [0 0 595 842]\n/Resources <<>>\n/Contents 4 0 R>>",
  "<</Type /Pages\n/Count 1\n/Kids [2 0 R]>>",
  "<</Length 8>> stream\n0 0 m\nn\n\nendstream",
  "<</First 6 0 R\n/Last 7 0 R\n/Count 2>>",
  "<</Title (\\(a\\)One)\n/Dest [2 0 R /XYZ 0 700 0]\n/SE 8 0 R\n/Parent 5 0 R\n/Next 7 0 R>>",
  "<</Title <FEFF0051E0000051>\n/Dest [2 0 R /XYZ 0 600 0]\n/SE 9 0 R\n/Parent 5 0 R\n/Prev 6 0 R>>",
  `<</Type /StructElem\n/S /Figure\n/Alt ${pdfString(`${formulaMark}x²`)}\n/P 9 0 R>>`,
  "<</Type /StructElem\n/S /Figure\n/Alt (A plot)\n/P 9 0 R>>",
  "<</Type /Catalog\n/Pages 3 0 R\n/Outlines 5 0 R>>",
];

const said = { title: "Größe 𝔼", subject: "commit 0123" };

function finish(contents: readonly string[], headings = ["(a) One", "Q itself"]): Buffer {
  return Buffer.from(finishPdf([{ document: readDocument(classic(contents)), headings }], said));
}

async function open(bytes: Uint8Array) {
  return getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
}

test("every object is read as it was written", () => {
  const { objects: read, trailer } = readDocument(classic(objects));
  expect([...read]).toEqual(objects.map((content, index) => [index + 1, content]));
  expect(referred(trailer, "Root")).toBe(10);
  expect(referred(trailer, "Encrypt")).toBeUndefined();
});

test("a document of another form is refused", () => {
  expect(() => readDocument(Buffer.from("%PDF-1.7\nstartxref\n9\n%%EOF"))).toThrow("no table of objects");
});

test("the packed document has the same objects, found by the rows of its table", () => {
  const text = Buffer.from(writeDocument(readDocument(classic(objects)))).toString("latin1");
  const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
  const [, length = ""] = /\/Length (\d+)>>\nstream\n/.exec(text.slice(start)) ?? [];
  const data = start + text.slice(start).indexOf("stream\n") + 7;
  const rows = inflateSync(Buffer.from(text.slice(data, data + Number(length)), "latin1"));
  expect(rows.length % 7).toBe(0);
  const plain = rows.readUInt32BE(4 * 7 + 1);
  expect(rows[4 * 7]).toBe(1);
  expect(text.slice(plain, plain + 8)).toBe("4 0 obj\n");
  expect(rows[6 * 7]).toBe(2);
});

test("a document may have more objects than a call takes arguments", () => {
  const many = new Map(Array.from({ length: 200_000 }, (_, index) => [index + 1, "null"] as const));
  const text = Buffer.from(writeDocument({ objects: many, trailer: "/Root 1 0 R" })).toString("latin1");
  expect(text).toContain("/Type /XRef /Size 201002 ");
});

test("a reader finds outline, title and subject in the words that were given", async () => {
  const pdf = await open(finish(objects));
  expect((await pdf.getOutline()).map(({ title }) => title)).toEqual(["(a) One", "Q itself"]);
  const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
  expect(info).toMatchObject({ Title: "Größe 𝔼", Subject: "commit 0123", Creator: "Ansatz" });
  expect(info["CreationDate"]).toBeUndefined();
});

test("an outline with other entries than the page has headings keeps its own words", async () => {
  const pdf = await open(finish(objects, ["(a) One"]));
  expect((await pdf.getOutline()).map(({ title }) => title)[0]).toBe("(a)One");
});

test("a formula is tagged as one, and a picture stays a picture", () => {
  const texts = [
    ...finish(objects)
      .toString("latin1")
      .matchAll(/\/ObjStm[\s\S]*?stream\n([\s\S]*?)\nendstream/g),
  ]
    .map(([, data = ""]) => inflateSync(Buffer.from(data, "latin1")).toString("latin1"))
    .join("");
  expect(texts).toContain(`/S /Formula\n/Alt ${pdfString("x²")}`);
  expect(texts).toContain("/S /Figure\n/Alt (A plot)");
});

test("two printings at different times become the same, and name no machine", () => {
  const later = objects.map((content) => content.replace("20261122193000", "20270101000000"));
  const [one, two] = [objects, later].map((contents) => finish(contents));
  expect(one?.equals(two ?? Buffer.of())).toBe(true);
});
