import type { Rule } from "./rules.ts";

/** What a declaration may make of a property: values, and whether the parent's may stay. */
export interface Possible {
  readonly values: ReadonlySet<string>;
  readonly inherits: boolean;
}

/** The three properties that choose a face. */
export interface FontValues {
  readonly families?: Possible;
  readonly weights?: Possible;
  readonly styles?: Possible;
}

/** Reads declarations of fonts; `families` are those for which the stylesheet has a face, lower-case. */
export class FontReader {
  readonly #families: readonly string[];
  readonly #custom = new Map<string, Set<string>>();

  constructor(families: Iterable<string>, rules: readonly Rule[]) {
    this.#families = [...new Set(families)].map((family) => family.toLowerCase());
    for (const { declarations } of rules) {
      for (const [name, value] of declarations) {
        if (name.startsWith("--")) this.#custom.set(name, (this.#custom.get(name) ?? new Set()).add(value));
      }
    }
  }

  /** Undefined where the declarations choose no font. */
  read(declarations: ReadonlyMap<string, string>): FontValues | undefined {
    const values: { -readonly [K in keyof FontValues]: FontValues[K] } = {};
    const short = this.#resolve(declarations.get("font"));
    if (short !== undefined) {
      const inherits = /\b(inherit|unset)\b/.test(short);
      values.families = { values: this.#familiesIn(short), inherits };
      values.weights = { values: weightsIn(short, "400"), inherits };
      values.styles = { values: stylesIn(short), inherits };
    }
    const family = this.#resolve(declarations.get("font-family"));
    if (family !== undefined) values.families = { values: this.#familiesIn(family), inherits: keeps(family) };
    const weight = this.#resolve(declarations.get("font-weight"));
    if (weight !== undefined) values.weights = { values: weightsIn(weight), inherits: keeps(weight) };
    const style = this.#resolve(declarations.get("font-style"));
    if (style !== undefined) values.styles = { values: stylesIn(style), inherits: keeps(style) };
    return Object.keys(values).length === 0 ? undefined : values;
  }

  /** Puts all that a custom property may be in its place, one after the other. */
  #resolve(value: string | undefined, depth = 0): string | undefined {
    if (value === undefined || depth > 8 || !value.includes("var(")) return value;
    const once = value.replaceAll(/var\(\s*(--[\w-]+)/g, (_whole, name: string) => {
      return ` ${[...(this.#custom.get(name) ?? [])].join(" ")} (`;
    });
    return this.#resolve(once, depth + 1);
  }

  #familiesIn(value: string): Set<string> {
    const text = ` ${value
      .toLowerCase()
      .replaceAll(/["',()]/g, " ")
      .replaceAll(/\s+/g, " ")} `;
    return new Set(this.#families.filter((family) => text.includes(` ${family} `)));
  }
}

function keeps(value: string): boolean {
  return /\b(inherit|unset|revert|revert-layer)\b/.test(value);
}

function weightsIn(value: string, otherwise?: string): Set<string> {
  const found = value.match(/(?<![\w.-])(?:[1-9]\d{0,2}|1000|bold|bolder|lighter|normal)(?![\w.%])/g) ?? [];
  const words: Readonly<Record<string, string>> = {
    bold: "700",
    bolder: "700",
    normal: "400",
    lighter: "400",
  };
  const weights = found.map((word) => words[word] ?? word).filter((weight) => Number(weight) >= 100);
  return new Set(weights.length === 0 && otherwise !== undefined ? [otherwise] : weights);
}

function stylesIn(value: string): Set<string> {
  return new Set([/\b(italic|oblique)\b/.test(value) ? "italic" : "normal"]);
}
