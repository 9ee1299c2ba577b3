import type { Macros } from "../document.ts";
import type { Known } from "./declarations.ts";
import type { DefinitionInForce, Region } from "./regions.ts";
import { macrosIn } from "./trial-data.ts";

/** What is to be checked: the formula, and what fixes its sample points. */
interface Asked {
  readonly tex: string;
  readonly seed: string;
  readonly macros: Macros;
}

/** What is in force at a formula, in the order of the page. */
type InForce = Pick<Region, "declarations" | "definitions" | "broken">;

/**
 * Everything that the check of a display depends on, as a text: the formula, the macros that it uses, and the
 * declarations and definitions in force that may matter to it. What is left out has no letter in common with it that a
 * name could hide in, so that a change elsewhere leaves the text as it is.
 */
export function checkKey({ tex, seed, macros }: Asked, region: InForce): string {
  const said = inForce(tex, region, macros);
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
  const { declarations, definitions, broken } = mattering(tex, region, macros);
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
  const open = [tex];
  for (let text = open.pop(); text !== undefined; text = open.pop()) {
    for (const sign of signsIn(text, macros)) seen.add(sign);
    const found = known.filter((each) => !matters.has(each) && mayBeUsed(each, seen, macros));
    for (const each of found) {
      matters.add(each);
      open.push(`${each.names.join(" ")} ${withoutWords(each.uses)}`);
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

/** Whether a name of it may stand among signs: all its letters do or, where it has none, one of its commands. */
function mayBeUsed({ names }: Known, seen: ReadonlySet<string>, macros: Macros): boolean {
  if (names.length === 0 || seen.has(ANY)) return true;
  return names.some((name) => {
    const { letters, commands } = partsOf(name, macros);
    if (letters.length > 0) return letters.every((letter) => seen.has(letter));
    return commands.length === 0 || commands.some((command) => seen.has(command));
  });
}

interface Parts {
  readonly letters: readonly string[];
  readonly commands: readonly string[];
}

/** What names are made of; each is looked for in many formulas. */
const partsOfNames = new WeakMap<Macros, Map<string, Parts>>();

function partsOf(name: string, macros: Macros): Parts {
  const known = partsOfNames.get(macros) ?? new Map<string, Parts>();
  partsOfNames.set(macros, known);
  const found = known.get(name);
  if (found !== undefined) return found;
  const signs = signsIn(name, macros);
  const parts = {
    letters: signs.filter((sign) => !sign.startsWith("\\")),
    commands: signs.filter((sign) => sign.startsWith("\\")),
  };
  known.set(name, parts);
  return parts;
}

/** Names of distributions and properties are no letters of formulas; a shape such as `nxd` is. */
function withoutWords(meaning: string): string {
  return meaning.replaceAll(/(?<![\\A-Za-z])[A-Z][a-z]{3,}(?![A-Za-z])/g, " ");
}
