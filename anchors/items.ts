import { createHash } from "node:crypto";
import type { Claim, Equation, Part } from "../markdown/document.ts";
import type { CompiledProblem } from "../markdown/index.ts";
import { type Location, writeAddress } from "./address.ts";
import type { Kind } from "./ledger.ts";

/** A compiled page and where it stands. */
export interface TaggedPage {
  /** Address without slashes at the ends. */
  readonly address: string;
  /** Path of its file from the course's root. */
  readonly path: string;
  readonly compiled: CompiledProblem;
}

/** What an item is, with the data that the pipeline has of it. */
export type Subject =
  | { readonly kind: "problem" }
  | { readonly kind: "part"; readonly part: Part }
  | { readonly kind: "equation"; readonly equation: Equation }
  | { readonly kind: "claim"; readonly claim: Claim }
  | { readonly kind: "experiment"; readonly name: string };

/** Something that can have a permanent tag. */
export interface Item extends Location {
  readonly subject: Subject;
  readonly page: string;
  /** Its address as the ledger writes it. */
  readonly address: string;
  readonly fingerprint: string;
  /**
   * Whether it must have a tag. An equation that nothing refers to has no number and needs none, but keeps the one
   * that it got.
   */
  readonly needsTag: boolean;
}

/** The items of a page in the order problem, parts, equations, claims, experiments. */
export function itemsOf({ address, compiled }: TaggedPage): Item[] {
  const { title, parts, equations, claims, segments } = compiled;
  const item = (subject: Subject, fragment: string, says: string, needsTag = true): Item => ({
    subject,
    page: address,
    fragment,
    address: writeAddress({ page: address, fragment }),
    fingerprint: fingerprintOf(says),
    needsTag,
  });
  const figures = segments.filter((segment) => typeof segment !== "string" && segment.kind === "experiment");
  return [
    item({ kind: "problem" }, "", title),
    ...parts.map((part) => item({ kind: "part", part }, part.id, wordsOf(part, compiled))),
    ...equations.map((equation) =>
      item({ kind: "equation", equation }, equation.label, equation.tex, equation.number !== undefined),
    ),
    ...claims.map((claim) => item({ kind: "claim", claim }, claim.id, claim.quote)),
    ...figures.map(({ name }) => item({ kind: "experiment", name }, `fig-${name}`, name)),
  ];
}

/** What an item is known by in the ledger: two items of different kinds may share an address one after the other. */
export function keyOf(kind: Kind, address: string): string {
  return `${kind} ${address}`;
}

/** Eight hexadecimal digits of a text; differences of white space do not count. */
export function fingerprintOf(text: string): string {
  return createHash("sha256").update(text.trim().replace(/\s+/gu, " ")).digest("hex").slice(0, 8);
}

/** What tells a part from its neighbours: its title or, without one, its first display. */
function wordsOf({ id, title }: Part, { displays }: CompiledProblem): string {
  return title === "" ? (displays.find((display) => display.part === id)?.tex ?? "") : title;
}
