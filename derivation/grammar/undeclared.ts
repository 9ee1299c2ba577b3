import type { Binding } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import type { Piece } from "../tex/pieces.ts";
import { spell } from "../tex/spelling.ts";
import type { Hint } from "./proposal.ts";
import { familyFor, meanFor, proposalWith } from "./proposal.ts";
import type { Reading } from "./reading.ts";

/** `x_i` in a sum over i is an entry of a vector that nobody has declared. */
export const runsOver = (piece: Piece, index: string, { length }: Binding, hint?: Hint): Refusal => {
  const stem = piece.kind === "scripted" && piece.base ? (spell([piece.base]) ?? "it") : "it";
  const line = length === undefined ? undefined : familyFor(stem, length, hint);
  const advice = line === undefined ? "" : `: add “${line}”`;
  return new Refusal(
    `${spell([piece]) ?? "a name"} runs over the index ${index}: declare ${stem} as a vector${advice}`,
    piece.offset,
    line,
  );
};

/** Says which line would declare a name. */
export const undeclared = (name: string, offset: number, { scope, hint }: Reading): Refusal => {
  if (name === "i" || name === "j")
    return new Refusal(
      `undeclared ${name}: an index (add “${name} in 1..8”), or the imaginary unit, which is not supported`,
      offset,
    );
  const line = meanFor(name, scope) ?? proposalWith(name, hint);
  return new Refusal(`undeclared ${name}: add “${line}” or its definition`, offset, line);
};
