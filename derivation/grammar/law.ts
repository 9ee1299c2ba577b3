import type { Binding, Definition, Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import type { Law } from "../meaning/law.ts";
import { bindIn, createScope } from "../meaning/scope.ts";
import { Refusal } from "../refusal.ts";
import { splitAtCommas } from "../statements/brackets.ts";
import { readTex } from "../tex/katex-tree.ts";
import type { Piece, Pieces } from "../tex/pieces.ts";
import { dense } from "../tex/pieces.ts";
import { spell } from "../tex/spelling.ts";
import { readExtended } from "./bounds.ts";
import type { Family } from "./families.ts";
import { AMBIGUOUS, FAMILIES } from "./families.ts";
import { memberOf } from "./family-member.ts";
import { nameOf } from "./names.ts";
import type { Grammar, Reading } from "./reading.ts";

const made = new Map<string, Definition>();

/** A formula of a family as a function of its parameters, read once. */
const functionOf = (
  family: Family,
  formula: string,
  names: readonly string[],
  grammar: Grammar,
): Definition => {
  const key = `${family.names[0]} ${formula}`;
  const known = made.get(key);
  if (known) return known;
  const parameters = names.map((name): Binding => ({ name, isBound: true }));
  const reading: Reading = { scope: bindIn(createScope(), parameters), grammar, ended: new Set() };
  const body = readExtended(readTex(formula, {}), reading);
  const definition: Definition = { name: family.names[0] ?? "", parameters, body: () => body };
  made.set(key, definition);
  return definition;
};

/** The law of a family with parameters. */
const lawOf = (family: Family, values: readonly Expression[], grammar: Grammar): Law => {
  const apply = (formula: string): Expression => ({
    kind: "call",
    of: functionOf(family, formula, family.parameters, grammar),
    values,
  });
  const weight = functionOf(family, family.weight, ["x", ...family.parameters], grammar);
  return {
    isDiscrete: family.isDiscrete ?? false,
    weight: (value) => ({ kind: "call", of: weight, values: [value, ...values] }),
    from: apply(family.from),
    to: apply(family.to),
    isUniform: family.names.includes("Uniform"),
    ...(family.location && family.scale
      ? {
          location: apply(family.location),
          scale: apply(family.scale),
          isNormal: family.names.includes("Normal"),
        }
      : {}),
  };
};

/** The density of a declared function of one number, on the whole line. */
const lawOfDensity = (definition: Definition): Law => ({
  isDiscrete: false,
  weight: (value) => ({ kind: "call", of: definition, values: [value] }),
  from: number(Number.NEGATIVE_INFINITY),
  to: number(Number.POSITIVE_INFINITY),
});

/** How a family may be written: `\Normal`, `\mathcal{N}`, `\text{Normal}`, or the bare letters of a declaration. */
const spellingOf = (pieces: Pieces): string | undefined => {
  const [first] = pieces;
  if (first?.kind === "operator") return first.name.slice(1);
  const text = spell(pieces);
  return text === undefined ? undefined : text.replace(/^\\text\{(.*)\}$/, "$1");
};

/** The family that pieces name, unless the author has declared the name. */
export const familyNamed = (pieces: Pieces, reading: Reading): Family | undefined => {
  const name = spellingOf(pieces);
  const isDeclared = pieces.some((piece) => reading.scope.find(nameOf(piece) ?? "") !== undefined);
  if (name === undefined || (isDeclared && pieces.length === 1)) return undefined;
  if (Object.hasOwn(AMBIGUOUS, name))
    throw new Refusal(`ambiguous ${name} (${AMBIGUOUS[name]})`, pieces[0]?.offset);
  return FAMILIES.find(({ names }) => names.includes(name));
};

/** The law of a family with its parameters in brackets. */
export const lawWith = (family: Family, brackets: Piece, parts: readonly Pieces[], reading: Reading): Law => {
  const values = parts.map((part) => reading.grammar.expression(part, reading));
  if (values.length !== family.parameters.length)
    throw new Refusal(
      `${family.names[0]} has ${family.parameters.length} parameter(s), not ${values.length}`,
      brackets.offset,
    );
  return lawOf(family, values, reading.grammar);
};

/** `\Normal(0, 1)`, `Uniform(a, b)`, or a declared density `P`. */
export const readLaw = (pieces: Pieces, reading: Reading): Law => {
  const inner = dense(pieces);
  const brackets = inner.at(-1);
  const [first, more] = inner;
  if (brackets?.kind === "delimited" && inner.length > 1) {
    const family = familyNamed(inner.slice(0, -1), reading);
    if (family) return lawWith(family, brackets, splitAtCommas(brackets.body), reading);
  }
  const name = first && !more ? nameOf(first) : undefined;
  const meaning = name === undefined ? undefined : reading.scope.find(name);
  if (meaning?.kind === "definition" && meaning.definition.parameters.length === 1)
    return lawOfDensity(meaning.definition);
  const member = first && !more && !meaning ? memberOf(first, reading) : undefined;
  if (member?.parameters.length === 1) return lawOfDensity(member);
  throw new Refusal(
    "unsupported distribution: declare its density as a function, or use \\Normal(μ, σ²), \\Uniform(a, b), …",
    first?.offset,
  );
};
