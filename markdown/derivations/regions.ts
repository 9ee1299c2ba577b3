import type { Heading } from "mdast";
import { createScope, type LazyScope, lazyScope } from "../../derivation/index.ts";
import type { Declaration, Known } from "./declarations.ts";

/** A line of a `symbols` block in force, and which block it is of. */
export interface DeclarationInForce extends Known {
  readonly declaration: Declaration;
  readonly block: number;
}

/** A formula, displayed or in the text, that defines names. */
export interface DefinitionInForce extends Known {
  readonly tex: string;
  /** The last `symbols` block before it, as `DeclarationInForce.block`; −1 where there is none. */
  readonly block: number;
}

/** What is declared and defined below a heading. */
export interface Region {
  readonly depth: number;
  scope: LazyScope;
  /** Whether steps are to be checked here: a `symbols` block is in force, or the document says `checked: true`. */
  isDeclared: boolean;
  declarations: readonly DeclarationInForce[];
  /** Shared with the blocks inside, as the scope is. */
  readonly definitions: DefinitionInForce[];
  /** Formulas that could not be read, and may have been meant as definitions; shared in the same way. */
  readonly broken: DefinitionInForce[];
}

/** The whole document. */
export function outermost(isDeclared: boolean): Region {
  const scope = lazyScope(() => createScope());
  return { depth: 0, scope, isDeclared, declarations: [], definitions: [], broken: [] };
}

/** The same as a region, for what holds no longer than a block: a quoted answer, a note. */
export function within(region: Region): Region {
  const { scope, definitions, broken } = region;
  return {
    ...region,
    scope: lazyScope(createScope, scope),
    definitions: [...definitions],
    broken: [...broken],
  };
}

/** Enters the section of a heading: those of its level and deeper ones end. */
export function enter({ depth }: Heading, regions: Region[]): void {
  while ((regions.at(-1)?.depth ?? 0) >= depth) regions.pop();
  regions.push({ ...within(innermost(regions)), depth });
}

/** The region of the heading nearest above. */
export function innermost(regions: readonly Region[]): Region {
  const region = regions.at(-1);
  if (region === undefined) throw new Error("The outermost region was left");
  return region;
}
