import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { pdfString, readDocument, writeDocument } from "../../../publish/pdf/document.ts";
import { elsewhere, joinParts, type PrintedPart } from "../../../publish/pdf/join.ts";
import { destinationsOf, objectAt, pagesOf, rootOf } from "../../../publish/pdf/objects.ts";
import { classic } from "./classic.ts";
import { type ReadPdf, readPdf } from "./read-pdf.ts";

/** A part of one page with a heading, a cell of a table, an annotation and a place, as Chromium writes them. */
interface Sketch {
  readonly heading: string;
  readonly level: number;
  /** The place's name in the file. */
  readonly place: string;
  /** What the annotation does. */
  readonly action: string;
  readonly words?: string;
}

function part({ heading, level, place, action, words = "Cell" }: Sketch): PrintedPart {
  const objects = [
    "<</Producer (Skia/PDF m156)>>",
    `<</Type /Page\n/Parent 3 0 R\n/MediaBox [0 0 595 842]\n/Resources <<>>\n/Contents 4 0 R\n/Annots [5 0 R]\n/StructParents 0>>`,
    "<</Type /Pages\n/Count 1\n/Kids [2 0 R]>>",
    "<</Length 16>> stream\n0 0 m\n(2 0 R) n\n\nendstream",
    `<</Type /Annot\n/Subtype /Link\n/Rect [0 0 9 9]\n${action}\n/StructParent 1>>`,
    `<<${place} [2 0 R /XYZ 0 700 0]>>`,
    "<</Type /StructTreeRoot\n/K 8 0 R\n/ParentTreeNextKey 2\n/ParentTree 12 0 R\n/IDTree 13 0 R>>",
    "<</Type /StructElem\n/S /Document\n/P 7 0 R\n/K [9 0 R 10 0 R]>>",
    `<</Type /StructElem\n/S /H${level}\n/P 8 0 R\n/Pg 2 0 R\n/K 0>>`,
    `<</Type /StructElem\n/S /TD\n/P 8 0 R\n/Alt (${words})\n/A [<</O /Table\n/Headers [(node00000017)]>>]\n/ID (node00000017)>>`,
    "[9 0 R]",
    "<</Type /ParentTree\n/Nums [0 11 0 R 1 10 0 R]>>",
    "<</Kids [14 0 R]>>",
    "<</Limits [(node00000017) (node00000017)]\n/Names [(node00000017) 10 0 R]>>",
    "<</Type /Outlines\n/First 16 0 R\n/Last 16 0 R\n/Count 1>>",
    `<</Title (${heading})\n/Dest [2 0 R /XYZ 0 700 0]\n/Parent 15 0 R\n/SE 9 0 R>>`,
    "<</Type /Catalog\n/Pages 3 0 R\n/Dests 6 0 R\n/MarkInfo <</Type /MarkInfo\n/Marked true>>\n/StructTreeRoot 7 0 R\n/Outlines 15 0 R>>",
  ];
  return { document: readDocument(classic(objects)), headings: [heading] };
}

const goTo = (id: string) => `/A <</Type /Action\n/S /URI\n/URI (${elsewhere}#${encodeURIComponent(id)})>>`;

const parts = [
  part({ heading: "Homework", level: 1, place: "/main", action: goTo("Größe") }),
  part({
    heading: "Coins",
    level: 2,
    place: "/Gr#C3#B6#C3#9Fe",
    action: "/Dest /main",
    words: "see 2 0 R \\(twice\\)",
  }),
  part({ heading: "Dice", level: 2, place: "/main", action: goTo("nowhere") }),
  part({ heading: "Fair", level: 3, place: "/fair", action: goTo("fair") }),
];

async function read(of: readonly PrintedPart[]): Promise<ReadPdf> {
  return readPdf(writeDocument(joinParts(of)));
}

test("pages follow one another, and headings keep their levels", async () => {
  const pdf = await read(parts);
  expect(pdf.pages).toBe(4);
  expect(pdf.outline).toEqual(["Homework", "  Coins", "  Dice", "    Fair"]);
  expect(pdf.isTagged).toBe(true);
});

test("links arrive in other parts, at the first place of a name, and one to no place does nothing", async () => {
  const pdf = await read(parts);
  expect(pdf.arrivals).toEqual([1, 0, 3]);
  expect(pdf.addresses).toEqual([]);
});

test("what is tagged on a page is found from each page", async () => {
  const task = getDocument({ data: new Uint8Array(writeDocument(joinParts(parts))), verbosity: 0 });
  const pdf = await task.promise;
  for (let number = 1; number <= 4; number++) {
    const tree = await (await pdf.getPage(number)).getStructTree();
    expect(JSON.stringify(tree), `page ${number}`).toContain(`"role":"H${[1, 2, 2, 3][number - 1]}"`);
  }
  await task.destroy();
});

test("cells of the parts have names of their own, in the order in which a reader looks them up", () => {
  const joined = joinParts(parts);
  const all = [...joined.objects.values()].join("\n");
  const names = [...all.matchAll(/\/Limits \[\((\S+)\)/g)].map(([, name]) => name);
  expect(new Set(names).size).toBe(4);
  expect(names).toEqual(names.toSorted());
  for (const name of names) expect(all.split(`/Headers [(${name})]`)).toHaveLength(2);
  expect(rootOf(joined, "StructTreeRoot")).toContain("/ParentTreeNextKey 8");
});

test("words and streams that look like references stay as they are", () => {
  const { objects } = joinParts(parts);
  const all = [...objects.values()];
  expect(all.filter((content) => content.includes("(see 2 0 R \\(twice\\))"))).toHaveLength(1);
  expect(all.filter((content) => content.includes("(2 0 R) n"))).toHaveLength(4);
});

test("nothing is left of what a part says of itself alone", () => {
  const { objects } = joinParts(parts);
  const all = [...objects.values()];
  for (const type of [
    "/Type /Catalog",
    "/Type /StructTreeRoot",
    "/Type /ParentTree",
    "/Type /Outlines",
    "/Producer",
  ]) {
    expect(
      all.filter((content) => content.includes(type)),
      type,
    ).toHaveLength(1);
  }
  expect(all.filter((content) => content.includes("/S /Document"))).toHaveLength(1);
});

test("a document of one part stays what it is, and one without tags and outline too", async () => {
  const [only] = parts;
  const pdf = await read(only === undefined ? [] : [only]);
  expect([pdf.pages, pdf.outline]).toEqual([1, ["Homework"]]);
  const bare = [
    "<<>>",
    "<</Type /Page\n/Parent 3 0 R\n/MediaBox [0 0 9 9]>>",
    "<</Type /Pages\n/Count 1\n/Kids [2 0 R]>>",
    "<</Type /Catalog\n/Pages 3 0 R>>",
  ];
  const twice = [bare, bare].map((contents) => ({ document: readDocument(classic(contents)), headings: [] }));
  expect((await read(twice)).pages).toBe(2);
});

test("pages and places are read in order, ids as they are in the page", () => {
  const joined = joinParts(parts);
  const pages = pagesOf(joined);
  expect(pages).toHaveLength(4);
  expect(pages.every((page) => objectAt(joined, page).includes("/Type /Page\n"))).toBe(true);
  expect([...destinationsOf(joined).keys()]).toEqual(["main", "Größe", "fair"]);
});

test("words that look like entries of the file stay words", async () => {
  const heading = "/Next 1 0 R /First 2 0 R /SE 3 0 R";
  const said = part({ heading, level: 2, place: "/a", action: "/Dest /a", words: "node00000017" });
  const pdf = await read([...parts.slice(0, 1), said]);
  expect(pdf.outline).toEqual(["Homework", `  ${heading}`]);
  expect(pdf.alternatives.map(([, text]) => text)).toContain("node00000017");
});

test("words that Chromium spelled otherwise are the headings' own", async () => {
  const [first] = parts;
  const said = first === undefined ? [] : [{ ...first, headings: ["Größe σ"] }];
  expect((await read(said)).outline).toEqual(["Größe σ"]);
  expect([...joinParts(said).objects.values()].join()).toContain(pdfString("Größe σ"));
});
