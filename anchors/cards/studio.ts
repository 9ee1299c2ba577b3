import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { renderAsync } from "@resvg/resvg-js";
import { digestOf } from "../../course/digest.ts";
import type { Experiment } from "../../lab/experiment.ts";
import { type Frame, renderFrame } from "../../lab/frame.ts";
import { defaultValues } from "../../lab/parameters.ts";
import { checkValues } from "../../lab/state.ts";
import type { Card } from "./card.ts";
import { drawCard } from "./draw.ts";
import { prepareFaces } from "./faces.ts";
import { fitFormula } from "./fit.ts";
import { readPalette } from "./palette.ts";
import { readSigns } from "./signs.ts";
import type { Font } from "./text.ts";
import { cardsVersion } from "./version.ts";

/** What images of cards are made with. */
export interface StudioOptions {
  /** Folder in which images and faces are kept between builds. */
  readonly folder: string;
  /** What KaTeX shows for each macro. */
  readonly macros: Readonly<Record<string, string>>;
  readonly experiments: ReadonlyMap<string, Experiment>;
  /** Digest of each experiment's code, by name. */
  readonly codes: Readonly<Record<string, string>>;
  /** Takes a sentence about a card that lacks something. */
  readonly warn: (sentence: string) => void;
}

/** Makes images of cards, each once for each state of what it shows. */
export class Studio {
  readonly #options: StudioOptions;
  readonly #version = cardsVersion();
  readonly #styles = { palette: readPalette(), signs: readSigns() };
  #font: Promise<Font> | undefined;

  constructor(options: StudioOptions) {
    this.#options = options;
  }

  /** Digest of all that the image of a card depends on: equal digests, equal images. */
  digestOf(card: Card): string {
    const code = card.figure === undefined ? "" : (this.#options.codes[card.figure.name] ?? "");
    const macros = card.formulas.length === 0 ? "" : JSON.stringify(this.#options.macros);
    return digestOf(this.#version, JSON.stringify(card), macros, code);
  }

  /** The image of a card as PNG: from the folder, or made and kept there. */
  async image(card: Card): Promise<Uint8Array<ArrayBuffer>> {
    const path = join(this.#options.folder, `${this.digestOf(card)}.png`);
    const kept = await readFile(path).catch(() => undefined);
    if (kept !== undefined) return new Uint8Array(kept);
    const { png, isWhole } = await this.#make(card);
    // what lacks something is not kept, so that every build says so
    if (isWhole) await keep(path, png);
    return png;
  }

  async #make(card: Card) {
    const { folder, macros, warn } = this.#options;
    this.#font ??= prepareFaces(join(folder, "faces")).then(fontOf);
    const font = await this.#font;
    let isWhole = true;
    const svg = await drawCard(card, {
      ...this.#styles,
      font,
      frame: this.#frame(card),
      setFormula: async (formulas, box, em) => {
        const fitted = await fitFormula(formulas, macros, box, em);
        if (fitted !== undefined || formulas.length === 0) return fitted;
        isWhole = false;
        warn(
          `The card of “${card.title || card.eyebrow}” shows no formula: MathJax cannot read \`${formulas[0]}\``,
        );
        return undefined;
      },
    });
    const image = await renderAsync(svg, { font });
    return { png: new Uint8Array(image.asPng()), isWhole };
  }

  #frame({ figure }: Card): Frame | undefined {
    const experiment = figure && this.#options.experiments.get(figure.name);
    if (figure === undefined || experiment === undefined) return undefined;
    const { values } = checkValues(experiment, defaultValues(experiment.parameters), figure.values);
    return renderFrame(experiment, values);
  }
}

/** Installed fonts differ from machine to machine and are left out. */
function fontOf(fontFiles: string[]): Font {
  return { loadSystemFonts: false, fontFiles, defaultFontFamily: "Source Sans 3 ExtraLight" };
}

async function keep(path: string, png: Uint8Array): Promise<void> {
  await mkdir(join(path, ".."), { recursive: true });
  const draft = `${path}.${process.pid}.draft`;
  await writeFile(draft, png);
  await rename(draft, path);
}
