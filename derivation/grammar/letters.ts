import type { Scope } from "../meaning/scope.ts";
import { Refusal } from "../refusal.ts";
import type { Piece, Pieces } from "../tex/pieces.ts";
import { spell } from "../tex/spelling.ts";

/** Functions whose names are often typed as letters, and how they are written. */
const TYPED: Readonly<Record<string, string>> = {
  Var: "\\operatorname{Var}",
  Cov: "\\operatorname{Cov}",
  KL: "\\mathrm{KL}",
  Pr: "\\Pr",
  log: "\\log",
  ln: "\\ln",
  exp: "\\exp",
  sin: "\\sin",
  cos: "\\cos",
  tan: "\\tan",
  tanh: "\\tanh",
  max: "\\max",
  min: "\\min",
  det: "\\det",
  tr: "\\operatorname{tr}",
  softmax: "\\operatorname{softmax}",
};

/** Counts that are written as several letters. */
const COUNTS = /^(?:TP|TN|FP|FN)$/;

const letterOf = (piece: Piece | undefined): string | undefined => {
  const base = piece?.kind === "scripted" ? piece.base : piece;
  return base?.kind === "name" && /^[A-Za-z]$/.test(base.key) ? base.key : undefined;
};

/** How many letters touch each other in the source from there on; only the last may carry a script. */
const runAt = (pieces: Pieces, start: number): number => {
  let k = start;
  while (letterOf(pieces[k]) !== undefined) {
    const [piece, next] = [pieces[k], pieces[k + 1]];
    k += 1;
    if (piece?.kind === "scripted" || piece?.end !== next?.offset) break;
  }
  return k - start;
};

/** So many letters as one name, with the script of the last. */
const joined = (run: Pieces): Piece | undefined => {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return undefined;
  const key = run.map(letterOf).join("");
  const place = {
    offset: first.offset,
    end: last.kind === "scripted" ? (last.base?.end ?? last.end) : last.end,
  };
  const name: Piece = { kind: "name", key, ...place };
  return last.kind === "scripted" ? { ...last, base: name, offset: first.offset } : name;
};

const nameIn = (piece: Piece | undefined): string =>
  piece === undefined
    ? ""
    : (spell([piece.kind === "scripted" ? { ...piece, sup: undefined } : piece]) ?? "");

const isDeclared = (piece: Piece, scope: Scope): boolean => scope.find(nameIn(piece)) !== undefined;

const checkTyped = (run: Pieces, next: Piece | undefined, scope: Scope): void => {
  const word = run.map(letterOf).join("");
  const first = run[0];
  if (!first || run.every((letter) => isDeclared(letter, scope))) return;
  const bracket = next?.kind === "scripted" ? next.base : next;
  const command = Object.hasOwn(TYPED, word) ? TYPED[word] : undefined;
  if (command !== undefined && bracket?.kind === "delimited")
    throw new Refusal(`${word} in italics is a product of letters: write ${command}`, first.offset);
  if (COUNTS.test(word)) {
    const line = `${word} in 5..40`;
    throw new Refusal(`undeclared ${word}: add “${line}” or its definition`, first.offset, line);
  }
};

/** Letters that touch are one name where that is declared (`TP in 5..40`), and not each of them. */
export const joinLetters = (pieces: Pieces, scope: Scope): Pieces => {
  if (!pieces.some((_, k) => runAt(pieces, k) > 1)) return pieces;
  const found: Piece[] = [];
  for (let k = 0; k < pieces.length; ) {
    const length = runAt(pieces, k);
    const lengths = Array.from({ length: Math.max(0, length - 1) }, (_, less) => length - less);
    const fit = lengths.find((count) => scope.find(nameIn(joined(pieces.slice(k, k + count)))) !== undefined);
    const run = pieces.slice(k, k + (fit ?? Math.max(1, length)));
    if (fit === undefined) {
      if (length > 1) checkTyped(run, pieces[k + length], scope);
      found.push(...run);
    } else {
      if (run.every((letter) => isDeclared(letter, scope)))
        throw new Refusal(
          `ambiguous: ${nameIn(joined(run))} and its letters are all declared`,
          run[0]?.offset,
        );
      found.push(joined(run) as Piece);
    }
    k += run.length;
  }
  return found;
};

/** Letters on the left of a declaration are one name. */
export const oneName = (pieces: Pieces): Pieces => {
  const length = runAt(pieces, 0);
  const name = length > 1 ? joined(pieces.slice(0, length)) : undefined;
  return name ? [name, ...pieces.slice(length)] : pieces;
};
