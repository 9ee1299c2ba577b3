import { longestFirst, namesAmong, type SplitName, splitAtCommas, splitNames } from "./tokens.ts";

/** One line of a `symbols` block, as its author wrote it. */
export interface Declaration {
  /** The line without its comment. */
  readonly text: string;
  readonly comment: string;
  /** The names that it declares; a setting (`set log 2`) declares none. */
  readonly names: readonly string[];
  /** What stands behind the sign of the declaration. */
  readonly meaning: string;
  readonly kind: "domain" | "definition" | "distribution" | "setting";
}

/** A definition that its comment calls a witness: one object that stands for all those that a formula speaks of. */
export function isWitness({ kind, comment }: Declaration): boolean {
  return kind !== "setting" && kind !== "domain" && /\bwitness\b/i.test(comment);
}

/** The declarations of a `symbols` block, line by line; what is not understood is reported by the checker. */
export function readDeclarations(block: string): Declaration[] {
  return block.split("\n").flatMap((line) => {
    const [, text = "", comment = ""] = /^((?:\\.|[^%\\])*)(?:%(.*))?$/.exec(line) ?? [];
    const short = text.trim().replaceAll(/\s+/g, " ");
    return short === "" ? [] : [{ text: short, comment: comment.trim(), ...partsOf(short) }];
  });
}

function partsOf(text: string): Pick<Declaration, "names" | "meaning" | "kind"> {
  if (/^set\s/.test(text)) return { kind: "setting", names: [], meaning: text };
  const [, head, body = ""] = /^(.+?):=(.+)$/.exec(text) ?? [];
  if (head !== undefined) return { kind: "definition", names: [headOf(head)], meaning: body.trim() };
  const [, random, law = ""] = /^(.+?)(?:~|\\sim(?![A-Za-z]))(.+)$/.exec(text) ?? [];
  if (random !== undefined)
    return { kind: "distribution", names: splitAtCommas(random), meaning: law.trim() };
  const [, names = "", domain = ""] = /^(.+?)(?:\s+in\s+|\s*\\in(?![A-Za-z]))(.+)$/.exec(text) ?? [];
  return { kind: "domain", names: splitAtCommas(names), meaning: domain.trim() };
}

/** The name that the left side of a definition gives a meaning: `f` of `f(x)`. */
export function headOf(head: string): string {
  return (/^[^([]+/.exec(head.trim())?.[0] ?? head).trim();
}

/** A declaration of some of its names alone: `x in (0, 1)` of `x, y in (0, 1)`. */
export function narrowed(declaration: Declaration, isMeant: (name: string) => boolean): Declaration {
  const { kind, names, meaning } = declaration;
  if (kind === "setting" || kind === "definition") return declaration;
  const left = names.filter(isMeant);
  const sign = kind === "domain" ? "in" : "~";
  return left.length === names.length
    ? declaration
    : { ...declaration, names: left, text: `${left.join(", ")} ${sign} ${meaning}` };
}

/** The declarations that a formula's reader needs: a name that is declared again has its last meaning only. */
export function lastMeanings(declarations: readonly Declaration[]): Declaration[] {
  const taken = new Set<string>();
  const kept = declarations.toReversed().flatMap((each) => {
    const isFree = (name: string) => !taken.has(name);
    const meant = each.names.filter(isFree);
    const shown = meant.length > 0 || each.kind === "setting" ? [narrowed(each, isFree)] : [];
    for (const name of meant) taken.add(name);
    return shown;
  });
  return kept.reverse();
}

/** Something in force at a display that a formula may use. */
export interface Known {
  readonly names: readonly string[];
  /** What it is made of in turn. */
  readonly uses: string;
}

/** Each is looked for in many formulas. */
const splits = new WeakMap<Known, readonly SplitName[]>();

function splitOf(known: Known): readonly SplitName[] {
  const split = splits.get(known) ?? splitNames(known.names);
  splits.set(known, split);
  return split;
}

/** The names that a formula uses, directly or through what is known of others. */
export function namesUsedIn(tex: string, known: readonly Known[]): Set<string> {
  const names = longestFirst(known.flatMap(splitOf));
  const used = new Set<string>();
  const open = [tex];
  for (let text = open.pop(); text !== undefined; text = open.pop()) {
    for (const name of namesAmong(text, names)) {
      if (used.has(name)) continue;
      used.add(name);
      open.push(...known.filter((each) => each.names.includes(name)).map(({ uses }) => uses));
    }
  }
  return used;
}
