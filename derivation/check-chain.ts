import type { Budget } from "./evaluation/compiler.ts";
import { define } from "./grammar/definitions.ts";
import { isDivergence } from "./grammar/divergence.ts";
import { readingIn } from "./grammar/grammar.ts";
import { headOf } from "./grammar/head.ts";
import { readLaw } from "./grammar/law.ts";
import { isConstant, isDecoration, nameOf } from "./grammar/names.ts";
import { hash } from "./judgement/random.ts";
import type { Workbench } from "./judgement/workbench.ts";
import { createWorkbench } from "./judgement/workbench.ts";
import type { Link } from "./link.ts";
import { judgeLink } from "./link.ts";
import { Refusal, refusable } from "./refusal.ts";
import { canonicalRelation } from "./statements/relations.ts";
import type { Chain } from "./statements/statements.ts";
import type { DefinitionNote, Display, EquationNote, Step } from "./step.ts";
import { unchecked } from "./step.ts";
import type { Pieces } from "./tex/pieces.ts";
import { sourceOf } from "./tex/source.ts";
import { spell } from "./tex/spelling.ts";

/** What a chain's links came to. */
export interface ChainResult {
  readonly steps: readonly Step[];
  readonly definitions: readonly DefinitionNote[];
  readonly equations: readonly EquationNote[];
  /** The links that are judged, in the order of their steps. */
  readonly judged: readonly Link[];
  /** What a chain that follows by an arrow may take as given. */
  readonly given: readonly Link[];
}

/** What the links of a chain share, seeded by the place of the display and the chain's first side. */
export const benchFor = (side: Pieces | undefined, { tex, seed }: Display, budget: Budget): Workbench =>
  createWorkbench(hash(`${seed} ${side ? sourceOf(side, tex) : ""}`), budget);

/** Judges one link; what is refused is an unchecked step. */
export const checkLink = (link: Link, { tex, scope }: Display, bench: Workbench): Step => {
  const { offset, end } = link.relation;
  const conditions = [
    ...link.conditions.map((pieces) => sourceOf(pieces, tex)),
    ...link.assumptions.map((one) => sourceOf([...one.left, one.relation, ...one.right], tex)),
  ].filter((condition) => condition !== "");
  const sides = {
    left: sourceOf(link.left, tex),
    right: sourceOf(link.right, tex),
    relation: tex.slice(offset, end).trim(),
    ...(conditions.length === 0 ? {} : { conditions }),
  };
  const judgement = refusable(() => judgeLink(link, scope, bench));
  return judgement instanceof Refusal
    ? unchecked(judgement, offset, sides)
    : { ...sides, offset, ...judgement };
};

const DEFINING = ["=", ":="];

/** `X \\sim \\mathcal{N}(0, 1)` declares an undeclared X, if the law can be read. */
const randomIn = (
  side: Pieces,
  body: Pieces,
  { tex, scope }: Pick<Display, "tex" | "scope">,
): DefinitionNote | undefined => {
  const [only, more] = side;
  const name = only && !more ? nameOf(only) : undefined;
  if (!only || name === undefined || isConstant(name) || scope.find(name)) return undefined;
  const law = refusable(() => readLaw(body, readingIn(scope)));
  if (law instanceof Refusal) throw law;
  scope.declare(name, { kind: "variable", binding: { name, isBound: true, law: () => law } });
  return { name, tex: sourceOf(side, tex), offset: only.offset };
};

/** `D_{KL}(p \\| q) = …` claims something of a notation that everybody knows. */
const statesFact = (name: string): boolean => isDivergence(name.replace(/\(.*\)$/, ""));

/** Whether a chain begins with a definition: an undeclared name (or a function of names), then `=` or `:=`. */
export const definitionIn = (chain: Chain, { tex, scope }: Display): DefinitionNote | undefined => {
  const [side, body] = chain.sides;
  const relation = chain.relations[0];
  if (side && body && relation?.text === "\\sim" && chain.relations.length === 1)
    return randomIn(side, body, { tex, scope });
  const head = side && headOf(side, scope);
  if (head && relation && canonicalRelation(relation) === "=" && statesFact(head.name)) return undefined;
  if (!head || !body || !relation || scope.find(head.name)) return undefined;
  if (!DEFINING.includes(canonicalRelation(relation))) return undefined;
  scope.declare(head.name, { kind: "definition", definition: define(head, body, scope) });
  return { name: head.name, tex: sourceOf(side, tex), offset: side[0]?.offset ?? relation.offset };
};

const linksOf = ({ sides, relations, conditions }: Chain, assumptions: readonly Link[]): readonly Link[] =>
  relations.map((relation, k) => ({
    left: sides[k] ?? [],
    right: sides[k + 1] ?? [],
    relation,
    conditions,
    assumptions,
  }));

/** A definition that cannot be read is no definition, but an unchecked step. */
const checkDefinition = (note: DefinitionNote, link: Link, { tex, scope }: Display): Step | undefined => {
  const meaning = scope.find(note.name);
  const refusal = meaning?.kind === "definition" ? meaning.definition.refusal?.() : undefined;
  if (!refusal) return undefined;
  const { offset, end } = link.relation;
  const right = sourceOf(link.right, tex);
  return unchecked(refusal, offset, { left: note.tex, right, relation: tex.slice(offset, end) });
};

/** An equation as it stands in the display. */
export const noteOf = ({ left, right, relation }: Link, { tex }: Display): EquationNote => ({
  tex: sourceOf([...left, relation, ...right], tex),
  offset: relation.offset,
});

const isToSolve = ({ relation }: Link): boolean => canonicalRelation(relation) === "!=";

const claimsNothing = (chain: Chain, { tex }: Display): ChainResult => {
  const [side = []] = chain.sides;
  const refusal = new Refusal("a formula without a relation claims nothing", side[0]?.offset);
  const step = unchecked(refusal, 0, { left: sourceOf(side, tex), right: "", relation: "" });
  return { steps: [step], definitions: [], equations: [], judged: [], given: [] };
};

/** `\hat\mu = …` or `x^* = …` behind an equation for μ or x: it defines a name, and claims that it solves the equation. */
const solutionIn = (link: Link, { scope }: Display): Link | undefined => {
  const [only, more] = link.left;
  const [, hidden] = only?.kind === "name" ? (/^\\(?:hat|tilde|bar)\{(.*)\}$/.exec(only.key) ?? []) : [];
  const isMarked = only?.kind === "scripted" && only.sup !== undefined && isDecoration(only.sup);
  const base = isMarked && !only.sub ? only.base : undefined;
  if (base && scope.find(spell(link.left) ?? "")) return undefined;
  const key = hidden ?? (base?.kind === "name" ? base.key : undefined);
  const meaning = key === undefined ? undefined : scope.find(key);
  if (!only || more || key === undefined || meaning?.kind !== "variable" || meaning.binding.shape)
    return undefined;
  return { ...link, left: [{ kind: "name", key, offset: only.offset, end: only.end }] };
};

/** Judges the links of one chain, given what it is said to follow from. */
export const checkChain = (
  chain: Chain,
  note: DefinitionNote | undefined,
  given: readonly Link[],
  display: Display,
  budget: Budget,
): ChainResult => {
  const [first, ...rest] = linksOf(chain, given);
  if (!first) return claimsNothing(chain, display);
  const broken = note && checkDefinition(note, first, display);
  const bench = benchFor(chain.sides[0], display, budget);
  const solution = given.length > 0 ? solutionIn(first, display) : undefined;
  const links = note ? [...(solution ? [solution] : []), ...rest] : [solution ?? first, ...rest];
  const toSolve = links.filter(isToSolve);
  const judged = links.filter((link) => !isToSolve(link));
  return {
    steps: [...(broken ? [broken] : []), ...judged.map((link) => checkLink(link, display, bench))],
    definitions: note && !broken ? [note] : [],
    equations: toSolve.map((link) => noteOf(link, display)),
    judged,
    given: [...given, ...toSolve.map((link) => ({ ...link, assumptions: [] }))],
  };
};
