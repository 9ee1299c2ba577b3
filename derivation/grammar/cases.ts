import type { Branch, Expression } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import type { PieceOf, Pieces } from "../tex/pieces.ts";
import { isSign, trimmed } from "../tex/pieces.ts";
import { readConditions } from "./conditions.ts";
import type { Reading } from "./reading.ts";

const INTRODUCTIONS = ["if", "for", "when", "where", "falls"];
const OTHERWISE = ["otherwise", "else", "elsewhere"];

const withoutComma = (pieces: Pieces): Pieces => {
  const inner = trimmed(pieces);
  return isSign(inner.at(-1), ",", ".", ";") ? trimmed(inner.slice(0, -1)) : inner;
};

const wordOf = (pieces: Pieces): string | undefined => {
  const first = pieces[0];
  return first?.kind === "words" ? first.text.trim().replace(/[.,;]$/, "") : undefined;
};

const readBranch = (row: readonly Pieces[], isLast: boolean, offset: number, reading: Reading): Branch => {
  const [value, condition, more] = row.map(withoutComma);
  if (!value || !condition || more || condition.length === 0)
    throw new Refusal("a case needs a value and a condition", offset);
  const word = wordOf(condition);
  const expression = reading.grammar.expression(value, reading);
  if (word !== undefined && OTHERWISE.includes(word) && condition.length === 1) {
    if (!isLast) throw new Refusal("“otherwise” must be the last case", offset);
    return { value: expression, conditions: [] };
  }
  const isIntroduced = word !== undefined && INTRODUCTIONS.includes(word);
  const conditions = readConditions(isIntroduced ? condition.slice(1) : condition, reading);
  if (conditions.length === 0) throw new Refusal("a case without a condition", offset);
  return { value: expression, conditions };
};

/** `\begin{cases} … \end{cases}`: the first case whose condition holds. */
export const readCases = (array: PieceOf<"array">, reading: Reading): Expression => {
  const rows = array.rows.filter((row) => row.some((cell) => cell.length > 0));
  const branches = rows.map((row, k) => readBranch(row, k === rows.length - 1, array.offset, reading));
  if (branches.length === 0) throw new Refusal("no cases", array.offset);
  return { kind: "cases", branches };
};
