import { Refusal } from "../refusal.ts";
import type { Piece, PieceOf, Pieces } from "../tex/pieces.ts";
import { dense } from "../tex/pieces.ts";
import { MOMENTS } from "./moments.ts";
import type { Over } from "./over.ts";
import { readOver } from "./over.ts";
import { raise } from "./raise.ts";
import type { Cursor, Factor, Reading } from "./reading.ts";

type Scripted = PieceOf<"scripted">;

/** Whether a name is that of an expectation, a variance, a covariance or a probability, unless a single letter. */
export const isMomentKey = (key: string): boolean => Object.hasOwn(MOMENTS, key) && !isLetter(key);

const isLetter = (key: string): boolean => key === "E" || key === "P";

/** Whether a name or operator stands for an expectation, a variance, a covariance or a probability here. */
export const isMoment = (key: string, next: Piece | undefined, reading: Reading): boolean => {
  if (!Object.hasOwn(MOMENTS, key) || reading.scope.find(key) !== undefined) return false;
  if (!isLetter(key)) return true;
  const body = next?.kind === "delimited" ? next.body : [];
  return key === "E"
    ? next?.kind === "delimited" && next.left === "["
    : body.some(({ kind }) => kind === "relation");
};

/** The argument in brackets, and the power that they carry: \E[X]^2 is the square of the mean. */
const bracketsAfter = (
  cursor: Cursor,
  end: number,
): { readonly body: Pieces; readonly sup: Pieces | undefined } => {
  const piece = cursor.peek();
  const next = piece?.kind === "scripted" && !piece.sub ? piece.base : piece;
  if (next?.kind !== "delimited" || !["()", "[]", "\\{\\}"].includes(next.left + next.right))
    throw new Refusal("an expectation needs its argument in brackets, without a script", next?.offset ?? end);
  cursor.next();
  return { body: dense(next.body), sup: piece?.kind === "scripted" ? piece.sup : undefined };
};

/** `\E_{x \sim P}[…]`, `\E[…]`, `\Var(…)`, `\Cov(…, …)`, `\Pr(…)`. */
export const readMoment = (
  key: string,
  operator: Piece,
  script: Scripted | undefined,
  cursor: Cursor,
  reading: Reading,
): Factor => {
  const moment = MOMENTS[key];
  if (!moment || script?.sup)
    throw new Refusal("unsupported expectation: write \\E_{x\\sim P}[…]", operator.offset);
  const on = readOver(script?.sub, operator.offset, reading);
  const { body, sup } = bracketsAfter(cursor, operator.end);
  const isCounting = body.some((piece) => piece.kind === "relation" && piece.text === "=");
  const hinted: Over = { ...on, reading: { ...on.reading, hint: isCounting ? "counting" : "random" } };
  const value = moment(body, hinted, operator.offset);
  return { expression: sup ? raise(value, sup, operator.offset, reading) : value, tail: "closed" };
};
