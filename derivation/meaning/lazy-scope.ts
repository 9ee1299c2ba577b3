import type { Scope } from "./scope.ts";

/** A scope that is made when something is to be read in it: where all outcomes are known, nothing is. */
export interface LazyScope {
  /** The scope with all that was put in force before. */
  readonly now: () => Scope;
  /** Puts something in force, in its turn. */
  readonly later: (statement: (scope: Scope) => void) => void;
}

/** A scope that is made within another, which is then complete. */
export const lazyScope = (make: (outer: Scope | undefined) => Scope, outer?: LazyScope): LazyScope => {
  let made: Scope | undefined;
  let waiting: ((scope: Scope) => void)[] = [];
  return {
    now: () => {
      const around = outer?.now();
      made ??= make(around);
      const due = waiting;
      waiting = [];
      for (const statement of due) statement(made);
      return made;
    },
    later: (statement) => void waiting.push(statement),
  };
};
