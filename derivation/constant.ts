import { plain } from "./evaluation/arithmetic.ts";
import { createCompiler } from "./evaluation/compile.ts";
import { Budget } from "./evaluation/compiler.ts";
import { readExtended } from "./grammar/bounds.ts";
import { readingIn } from "./grammar/grammar.ts";
import { createScope } from "./meaning/scope.ts";
import { readTex } from "./tex/katex-tree.ts";

/** The value of a formula without names, such as `2\pi` or `-\infty`. Raises a Refusal. */
export const evaluateConstant = (tex: string, expansions: Readonly<Record<string, string>>): number => {
  const expression = readExtended(readTex(tex, expansions), readingIn(createScope()));
  return createCompiler(plain, new Budget(10_000)).compile(expression)([]);
};
