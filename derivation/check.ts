import { Budget } from "./evaluation/compiler.ts";
import { define, headOf } from "./grammar/definitions.ts";
import type { Judgement } from "./judgement/judge.ts";
import { hash } from "./judgement/random.ts";
import type { Link } from "./link.ts";
import { judgeLink } from "./link.ts";
import type { Scope } from "./meaning/scope.ts";
import { Refusal, refusable } from "./refusal.ts";
import { readLines } from "./statements/lines.ts";
import { canonicalRelation } from "./statements/relations.ts";
import type { Chain } from "./statements/statements.ts";
import { readChains } from "./statements/statements.ts";
import { readTex } from "./tex/katex-tree.ts";
import type { MacroTable } from "./tex/macros.ts";
import { expansionsFor } from "./tex/macros.ts";
import { sourceOf } from "./tex/source.ts";

/** One link of a chain, judged. */
export interface Step extends Judgement {
  /** Both sides as TeX, and the relation between them as TeX. */
  readonly left: string;
  readonly right: string;
  readonly relation: string;
  /** Where to point: at the relation, or at the notation that is refused. UTF-16 units from the TeX's start. */
  readonly offset: number;
}

/** A name that a display has defined; it is in the scope from now on. */
export interface DefinitionNote {
  readonly name: string;
  readonly tex: string;
  readonly offset: number;
}

export interface DisplayCheck {
  readonly steps: readonly Step[];
  readonly definitions: readonly DefinitionNote[];
}

export interface Display {
  readonly tex: string;
  readonly macros: MacroTable;
  readonly scope: Scope;
  /** Fixes the sample points: the file and the place of the display, say. */
  readonly seed: string | number;
}

/** Bounds the time that a display may take, in evaluations (about one second). */
const EVALUATIONS = 1_500_000;
const MOST_STEPS = 200;

const unchecked = (
  refusal: Refusal,
  offset: number,
  sides: Pick<Step, "left" | "right" | "relation">,
): Step => ({
  ...sides,
  outcome: "unchecked",
  reason: refusal.message,
  offset: refusal.offset ?? offset,
  points: 0,
  largestDifference: 0,
});

const checkLink = (link: Link, { tex, scope, seed }: Display, budget: Budget): Step => {
  const { offset, end } = link.relation;
  const sides = {
    left: sourceOf(link.left, tex),
    right: sourceOf(link.right, tex),
    relation: tex.slice(offset, end).trim(),
  };
  const judgement = refusable(() =>
    judgeLink(link, scope, hash(`${seed} ${sides.left} ${sides.right}`), budget),
  );
  return judgement instanceof Refusal
    ? unchecked(judgement, offset, sides)
    : { ...sides, offset, ...judgement };
};

/** Whether a chain begins with a definition: an undeclared name (or a function of names), then `=` or `:=`. */
const definitionIn = (chain: Chain, { tex, scope }: Display): DefinitionNote | undefined => {
  const [side, body] = chain.sides;
  const relation = chain.relations[0];
  const head = side && headOf(side);
  if (
    !head ||
    !body ||
    !relation ||
    !["=", ":="].includes(canonicalRelation(relation)) ||
    scope.find(head.name)
  )
    return undefined;
  scope.declare(head.name, { kind: "definition", definition: define(head, body, scope) });
  return { name: head.name, tex: sourceOf(side, tex), offset: side[0]?.offset ?? relation.offset };
};

const linksOf = ({ sides, relations, conditions }: Chain): readonly Link[] =>
  relations.map((relation, k) => ({ left: sides[k] ?? [], right: sides[k + 1] ?? [], relation, conditions }));

/** A definition that cannot be read is no definition, but an unchecked step. */
const checkDefinition = (note: DefinitionNote, link: Link, { tex, scope }: Display): Step | undefined => {
  const meaning = scope.find(note.name);
  const refusal = meaning?.kind === "definition" ? meaning.definition.refusal?.() : undefined;
  if (!refusal) return undefined;
  const { offset, end } = link.relation;
  return unchecked(refusal, offset, {
    left: note.tex,
    right: sourceOf(link.right, tex),
    relation: tex.slice(offset, end),
  });
};

const checkChains = (chains: readonly Chain[], display: Display): DisplayCheck => {
  const notes = chains.map((chain) => definitionIn(chain, display));
  const budget = new Budget(EVALUATIONS);
  const definitions: DefinitionNote[] = [];
  const steps = chains.flatMap((chain, k): readonly Step[] => {
    const [first, ...rest] = linksOf(chain);
    const note = notes[k];
    if (!first)
      return [
        unchecked(
          new Refusal("a formula without a relation claims nothing", chain.sides[0]?.[0]?.offset),
          0,
          { left: sourceOf(chain.sides[0] ?? [], display.tex), right: "", relation: "" },
        ),
      ];
    const broken = note && checkDefinition(note, first, display);
    if (note && !broken) definitions.push(note);
    const links = note ? rest : [first, ...rest];
    return [...(broken ? [broken] : []), ...links.map((link) => checkLink(link, display, budget))];
  });
  return { steps, definitions };
};

/**
 * Checks every step of a display: what KaTeX renders is what is read. Definitions enter the scope.
 * Never throws for anything that an author may write: what cannot be read is an unchecked step with a reason.
 */
export const checkDisplay = (display: Display): DisplayCheck => {
  const checked = refusable(() => {
    const chains = readChains(readLines(readTex(display.tex, expansionsFor(display.macros))));
    if (chains.flatMap(({ relations }) => relations).length > MOST_STEPS)
      throw new Refusal("too many steps in one display", 0);
    return checkChains(chains, display);
  });
  if (!(checked instanceof Refusal)) return checked;
  return {
    steps: [unchecked(checked, 0, { left: display.tex.trim(), right: "", relation: "" })],
    definitions: [],
  };
};
