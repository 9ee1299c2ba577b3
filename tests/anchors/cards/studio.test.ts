import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type Card, cardSize } from "../../../anchors/cards/card.ts";
import { Studio } from "../../../anchors/cards/studio.ts";
import gaussianFit from "../../../experiments/gaussian-fit/index.ts";
import type { Experiment } from "../../../lab/experiment.ts";

const experiments = new Map([["gaussian-fit", gaussianFit as unknown as Experiment]]);
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function open(macros: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), "ansatz-cards-"));
  folders.push(folder);
  const warnings: string[] = [];
  const warn = (sentence: string) => warnings.push(sentence);
  return { folder, warnings, studio: new Studio({ folder, macros, experiments, codes: {}, warn }) };
}

const card: Card = {
  kind: "part",
  course: "Deep learning",
  eyebrow: "Problem 2: Comparing distributions",
  title: "(b) Cover or seek",
  formulas: ["\\KL{P}{Q} = \\int P(x)\\log\\frac{P(x)}{Q(x)}\\,dx"],
  lines: [],
  steps: 12,
  verdicts: [{ verdict: "wrong", count: 3 }],
};
const macros = { "\\KL": "D_{\\mathrm{KL}}(#1\\,\\|\\,#2)" };
const images = async ({ folder }: { folder: string }) =>
  (await readdir(folder)).filter((name) => name.endsWith(".png"));

describe("the image of a card", () => {
  test.each([
    ["a formula", card],
    ["a figure", { ...card, figure: { name: "gaussian-fit", values: {} } }],
    ["a title of 400 letters", { ...card, title: "Uncommonly ".repeat(36) }],
    ["a word of 200 letters", { ...card, title: "w".repeat(200), eyebrow: "e".repeat(200) }],
    ["nothing", { ...card, eyebrow: "", title: "", course: "", formulas: [], steps: 0, verdicts: [] }],
    ["markup in its title", { ...card, title: '</text><script>&"]]>\u0000\uD800' }],
    ["a long formula", { ...card, formulas: [Array.from({ length: 40 }, (_, n) => `x_{${n}}`).join("+")] }],
    [
      "a problem's nine parts",
      { ...card, kind: "problem", lines: [..."abcdefghi"].map((id) => `(${id}) Part`) },
    ],
    ["an equation", { ...card, kind: "equation", number: "3" }],
    ["a retirement", { ...card, kind: "retired", formulas: [], lines: ["A reason. ".repeat(60)] }],
  ] as readonly [string, Card][])(
    "with %s is a PNG of 1200 × 630 pixels and less than 200 kB",
    async (_, shown) => {
      const { studio } = await open(macros);
      const png = Buffer.from(await studio.image(shown));
      expect(png.subarray(1, 4).toString()).toBe("PNG");
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([cardSize.width, cardSize.height]);
      expect(png.length).toBeLessThan(200_000);
    },
  );

  test("is the same to the byte wherever it is made", async () => {
    const [here, there] = [await open(macros), await open(macros)];
    const figure = { name: "gaussian-fit", values: { mu: "1" } };
    expect(await here.studio.image({ ...card, figure })).toEqual(
      await there.studio.image({ ...card, figure }),
    );
  });

  test("is made once, and again when anything that it shows has changed", async () => {
    const desk = await open(macros);
    await desk.studio.image(card);
    const [first = ""] = await images(desk);
    await writeFile(join(desk.folder, first), "kept");
    expect(Buffer.from(await desk.studio.image(card)).toString()).toBe("kept");
    await desk.studio.image({ ...card, steps: 13 });
    expect(await images(desk)).toHaveLength(2);
  });

  test("depends on the macros and on the experiment's code", () => {
    const options = { folder: "", experiments, warn: () => undefined };
    const figure = { name: "gaussian-fit", values: {} };
    const digest = (shown: Readonly<Record<string, string>>, codes: Readonly<Record<string, string>>) =>
      new Studio({ ...options, macros: shown, codes }).digestOf({ ...card, figure });
    const digests = [digest({}, {}), digest(macros, {}), digest(macros, { "gaussian-fit": "1" })];
    expect(new Set(digests).size).toBe(3);
  });

  test("goes without a formula that MathJax cannot read, and every build says so", async () => {
    const desk = await open();
    const unreadable = { ...card, formulas: ["\\ce{H2O}"] };
    await desk.studio.image(unreadable);
    await desk.studio.image(unreadable);
    const sentence = "The card of “(b) Cover or seek” shows no formula: MathJax cannot read `\\ce{H2O}`";
    expect(desk.warnings).toEqual([sentence, sentence]);
    expect(await images(desk)).toEqual([]);
  });

  test("takes the next formula where the first cannot be read", async () => {
    const desk = await open();
    await desk.studio.image({ ...card, formulas: ["\\ce{H2O}", "x"] });
    expect(desk.warnings).toEqual([]);
  });
});
