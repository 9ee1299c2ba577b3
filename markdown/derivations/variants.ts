import type { Variant } from "../../derivation/index.ts";
import { createScope, defineFromDisplay, parseSymbols } from "../../derivation/index.ts";
import type { Macros } from "../document.ts";
import type { Said } from "./check-key.ts";

type Scope = ReturnType<typeof createScope>;

/** The scope that texts in force tell of. */
export function scopeFrom({ declared, defined, broken }: Said, macros: Macros, seed: string): Scope {
  let scope = createScope();
  const blocks = Math.max(0, ...declared.map(([block]) => block + 1));
  for (let block = 0; block <= blocks; block++) {
    for (const [before, tex] of [...defined, ...broken])
      if (before === block) defineFromDisplay({ tex, macros, scope, seed });
    const lines = declared.filter(([each]) => each === block).map(([, line]) => line);
    if (lines.length > 0) ({ scope } = parseSymbols(lines.join("\n"), { macros, parent: scope }));
  }
  return scope;
}

/** A text with one constant changed: the whole text, and what has changed in it. */
interface Changed {
  readonly text: string;
  readonly line: string;
}

const MOST = 16;

/**
 * The scopes in which one constant is another: of a law or a definition, no index, no exponent and no end of a domain.
 * A step that is true of a witness in general stays true there.
 */
export function variantsOf(said: Said, macros: Macros, seed: string): Variant[] {
  const declared = said.declared.flatMap(([block, line], k) =>
    changedIn(line, /:=|~|\\sim(?![A-Za-z])/).map(({ text, line }) => ({
      line,
      said: { ...said, declared: said.declared.with(k, [block, text]) },
    })),
  );
  const defined = said.defined.flatMap(([blocks, tex], k) =>
    changedIn(tex, /=/).map(({ text, line }) => ({
      line,
      said: { ...said, defined: said.defined.with(k, [blocks, text]) },
    })),
  );
  return [...declared, ...defined]
    .slice(0, MOST)
    .map(({ line, said: other }) => ({ line, scope: scopeFrom(other, macros, seed) }));
}

/** The constants behind a sign, one by one changed to something that is no special value. */
function changedIn(text: string, sign: RegExp): Changed[] {
  const from = sign.exec(text)?.index;
  if (from === undefined) return [];
  return [...text.matchAll(/(?<![\d.^_]|[\^_]\{|\\frac|\\sqrt)\d+(?:\.\d+)?(?![\d.])/g)]
    .filter(({ index }) => index > from)
    .map(({ 0: constant, index }) => {
      const other = constant.includes(".")
        ? String(Number((1.17 * Number(constant)).toFixed(3)))
        : `${constant}.3`;
      const changed = `${text.slice(0, index)}${other}${text.slice(index + constant.length)}`;
      return { text: changed, line: changed.trim() };
    });
}
