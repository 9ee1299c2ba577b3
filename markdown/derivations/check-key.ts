import type { Macros } from "../document.ts";
import type { Known } from "./declarations.ts";
import type { DeclarationInForce, DefinitionInForce, Region } from "./regions.ts";
import { macrosIn } from "./trial-data.ts";

/** What is to be checked: the formula, and what fixes its sample points. */
export interface Asked {
  readonly tex: string;
  readonly seed: string;
  readonly macros: Macros;
}

/** What is in force at a formula, in the order of the page. */
export type InForce = Pick<Region, "declarations" | "definitions" | "broken">;

/**
 * Everything that the check of a display depends on, as a text: the formula, the macros that it uses, and the
 * declarations and definitions in force that may matter to it. What is left out has no letter in common with it that a
 * name could hide in, so that a change elsewhere leaves the text as it is.
 */
export function checkKey(asked: Asked, region: InForce): string {
  return keyAmong(asked, mattering(asked.tex, region, asked.macros));
}

/** The same of a display for which it is known what may matter to it. */
export function keyAmong({ tex, seed, macros }: Asked, matters: InForce): string {
  const said = saidBy(matters);
  return JSON.stringify({ seed, tex, ...said, macros: macrosIn(JSON.stringify([tex, said]), macros) });
}

/** What is in force at a display and may matter to it, as texts that tell it all. */
export interface Said {
  /** Lines of `symbols` blocks, each with the number of its block, from 0. */
  readonly declared: readonly (readonly [block: number, line: string])[];
  /** Formulas that define, each with how many of those blocks stand before it. */
  readonly defined: readonly (readonly [blocks: number, tex: string])[];
  /** Formulas that could not be read, in the same way. */
  readonly broken: readonly (readonly [blocks: number, tex: string])[];
}

/** What a formula may use of all that is in force. */
export function inForce(tex: string, region: InForce, macros: Macros): Said {
  return saidBy(mattering(tex, region, macros));
}

function saidBy({ declarations, definitions, broken }: InForce): Said {
  const blocks = [...new Set(declarations.map(({ block }) => block))];
  const placed = (each: DefinitionInForce) =>
    [blocks.filter((block) => block <= each.block).length, each.tex] as const;
  return {
    declared: declarations.map(({ declaration, block }) => [blocks.indexOf(block), declaration.text]),
    defined: definitions.map(placed),
    broken: broken.map(placed),
  };
}

/** What of all that is in force a formula may use, directly or through others: rather too much than too little. */
export function mattering(
  tex: string,
  { declarations, definitions, broken }: InForce,
  macros: Macros,
): InForce {
  const known: readonly Known[] = [...declarations, ...definitions, ...broken];
  const [seen, matters] = [new Set<string>(), new Set<Known>()];
  const open = [["", ...signsIn(tex, macros)]];
  for (let signs = open.pop(); signs !== undefined; signs = open.pop()) {
    const before = seen.size;
    for (const sign of signs) seen.add(sign);
    if (seen.size === before) continue;
    for (const each of known) {
      if (matters.has(each)) continue;
      const { names, uses } = signsOf(each, macros);
      if (!mayBeUsed(names, seen)) continue;
      matters.add(each);
      open.push(uses);
    }
  }
  const isIn = (each: Known) => matters.has(each);
  return {
    declarations: declarations.filter(isIn),
    definitions: definitions.filter(isIn),
    broken: broken.filter(isIn),
  };
}

/** Commands by which KaTeX may print a letter that the formula does not show: `\Alpha`, `\reals`. */
const hiding = /^\\(?:[A-Z]\w*|reals?|cnums|natnums|omicron|thetasym|alefsym|image|infin)$/;
const plain = /^\\(?:Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega|Big\w*|Pr|\w*arrow)$/;

/** Any letter at all. */
const ANY = "*";

/** Letters outside commands, and commands, of a text and of the macros in it. */
function signsIn(tex: string, macros: Macros): string[] {
  const all = [tex, ...Object.values(macrosIn(tex, macros))].join(" ");
  const signs = all.replaceAll(/\\(?:begin|end)\s*\{[^{}]*\}/g, " ").match(/\\[A-Za-z]+|\p{L}/gu) ?? [];
  return signs
    .filter((sign) => macros[sign] === undefined)
    .map((sign) => (hiding.test(sign) && !plain.test(sign) ? ANY : sign));
}

interface Parts {
  readonly letters: readonly string[];
  readonly commands: readonly string[];
}

/** What the names of something in force are made of, and the signs in all of it. */
interface Signs {
  readonly names: readonly Parts[];
  readonly uses: string[];
}

/** Whether one of some names may stand among signs: all its letters do or, where it has none, one of its commands. */
function mayBeUsed(names: readonly Parts[], seen: ReadonlySet<string>): boolean {
  if (names.length === 0 || seen.has(ANY)) return true;
  return names.some(({ letters, commands }) => {
    if (letters.length > 0) return letters.every((letter) => seen.has(letter));
    return commands.length === 0 || commands.some((command) => seen.has(command));
  });
}

/** Each is looked for in many formulas. */
const signsOfKnown = new WeakMap<Macros, WeakMap<Known, Signs>>();

function signsOf(known: Known, macros: Macros): Signs {
  const all = signsOfKnown.get(macros) ?? new WeakMap<Known, Signs>();
  signsOfKnown.set(macros, all);
  const found = all.get(known);
  if (found !== undefined) return found;
  const { names, uses } = known;
  const signs = {
    names: names.map((name) => partsOf(name, macros)),
    uses: signsIn(`${names.join(" ")} ${isLaw(known) ? uses.replace(word, " ") : uses}`, macros),
  };
  all.set(known, signs);
  return signs;
}

function partsOf(name: string, macros: Macros): Parts {
  const signs = signsIn(name, macros);
  return {
    letters: signs.filter((sign) => !sign.startsWith("\\")),
    commands: signs.filter((sign) => sign.startsWith("\\")),
  };
}

/** The name of a distribution or a set is no product of letters. */
const word = /^[A-Z][a-z]{3,}(?=[(^]|$)/;

function isLaw(known: Known & Partial<DeclarationInForce>): boolean {
  const { kind } = known.declaration ?? {};
  return kind === "distribution" || kind === "domain";
}
