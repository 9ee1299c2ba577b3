import type { Binding, Definition } from "./expression.ts";

/** What a name stands for. */
export type Meaning =
  | { readonly kind: "variable"; readonly binding: Binding }
  | { readonly kind: "definition"; readonly definition: Definition };

/** Lexical scope: a name means what the innermost scope that declares it says. */
export interface Scope {
  readonly find: (name: string) => Meaning | undefined;
  /** Declares a name here; an outer declaration of it is shadowed. */
  readonly declare: (name: string, meaning: Meaning) => void;
  /** Whether this very scope, not an outer one, declares the name. */
  readonly declares: (name: string) => boolean;
  /** The base of `\log` without one. */
  readonly logBase: number;
  readonly setLogBase: (base: number) => void;
  /** The index of the first entry of a vector. */
  readonly indexBase: number;
  readonly setIndexBase: (base: number) => void;
  /** All names in sight, innermost first. */
  readonly names: () => readonly string[];
}

/** A new scope within another: that of a heading, a display, a function's body or a sum. */
export const createScope = (parent?: Scope): Scope => {
  const meanings = new Map<string, Meaning>();
  let base: number | undefined;
  let first: number | undefined;
  return {
    find: (name) => meanings.get(name) ?? parent?.find(name),
    declare: (name, meaning) => void meanings.set(name, meaning),
    declares: (name) => meanings.has(name),
    get logBase() {
      return base ?? parent?.logBase ?? Math.E;
    },
    setLogBase: (value) => {
      base = value;
    },
    get indexBase() {
      return first ?? parent?.indexBase ?? 1;
    },
    setIndexBase: (value) => {
      first = value;
    },
    names: () => [...meanings.keys(), ...(parent?.names() ?? []).filter((name) => !meanings.has(name))],
  };
};

/** A scope in which names are bound (by a sum, an integral, a function's parameters), without domains. */
export const bindIn = (parent: Scope, bindings: readonly Binding[]): Scope => {
  const scope = createScope(parent);
  for (const binding of bindings) scope.declare(binding.name, { kind: "variable", binding });
  return scope;
};
