import type { Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import type { PieceOf } from "../tex/pieces.ts";
import { isSign } from "../tex/pieces.ts";
import { readOperator } from "./application.ts";
import { readDelimited } from "./delimited.ts";
import { readDerivative } from "./differential.ts";
import { readNamed } from "./named.ts";
import { nameOf } from "./names.ts";
import { phraseOf } from "./phrases.ts";
import type { Cursor, Factor, Reading } from "./reading.ts";
import { unreadable } from "./reading.ts";
import { readRoot } from "./root.ts";
import { readScripted } from "./scripted.ts";

const closed = (expression: Expression): Factor => ({ expression, tail: "closed" });

/** The numeral's value. `1.2.3` and `1.5e-3` are refused. */
const readNumeral = (piece: PieceOf<"number">, cursor: Cursor): Factor => {
  const next = cursor.peek();
  const isExponent = next?.kind === "name" && next.key === "e" && next.offset === piece.end;
  const after = cursor.peek(1);
  const isPower =
    isSign(after, "-", "+") && after?.offset === (next?.end ?? -1) && cursor.peek(2)?.kind === "number";
  if ((isExponent && (isPower || after?.kind === "number")) || piece.text.split(".").length > 2)
    throw new Refusal(
      `unsupported numeral: write ${piece.text.replace(/e.*/, "")} \\cdot 10^{…}`,
      piece.offset,
    );
  return { expression: number(Number(piece.text)), tail: "number" };
};

const readFraction = (piece: PieceOf<"fraction">, cursor: Cursor, reading: Reading): Factor => {
  const derivative = readDerivative(piece, cursor, reading);
  if (derivative) return derivative;
  const { expression } = reading.grammar;
  return closed({
    kind: "quotient",
    top: expression(piece.top, reading),
    bottom: expression(piece.bottom, reading),
  });
};

const binomial = (top: Expression, bottom: Expression): Expression => {
  const factorial = (of: Expression): Expression => ({ kind: "elementary", name: "factorial", of });
  const rest: Expression = { kind: "sum", parts: [top, { kind: "negative", of: bottom }] };
  return {
    kind: "quotient",
    top: factorial(top),
    bottom: { kind: "product", parts: [factorial(bottom), factorial(rest)] },
  };
};

/** One factor, without a factorial sign after it. */
export const readPrimary = (cursor: Cursor, reading: Reading): Factor => {
  const piece = cursor.next();
  switch (piece.kind) {
    case "number":
      return readNumeral(piece, cursor);
    case "name":
    case "words": {
      const name = nameOf(piece);
      if (name === undefined) throw unreadable(piece);
      return readNamed(name, piece, cursor, reading);
    }
    case "delimited":
      return closed(readDelimited(piece, reading));
    case "fraction":
      return readFraction(piece, cursor, reading);
    case "binomial":
      return closed(
        binomial(
          reading.grammar.expression(piece.top, reading),
          reading.grammar.expression(piece.bottom, reading),
        ),
      );
    case "root":
      return closed(readRoot(piece, reading));
    case "operator": {
      const declared = `\\text{${piece.name.slice(1)}}`;
      const phrase = phraseOf(piece, cursor.peek());
      if (reading.scope.find(declared) || (phrase !== undefined && reading.scope.find(phrase)))
        return readNamed(declared, piece, cursor, reading);
      return readOperator(piece, undefined, cursor, reading);
    }
    case "scripted":
      return readScripted(piece, cursor, reading);
    default:
      throw unreadable(piece);
  }
};

/** One factor, with a factorial if a `!` follows. */
export const readFactor = (cursor: Cursor, reading: Reading): Factor => {
  const first = cursor.peek();
  const factor = readPrimary(cursor, reading);
  if (!isSign(cursor.peek(), "!")) return factor;
  const { offset } = cursor.next();
  const isPlain =
    first?.kind === "number" ||
    first?.kind === "delimited" ||
    (first !== undefined && nameOf(first) !== undefined);
  if (!isPlain || isSign(cursor.peek(), "!")) throw new Refusal("ambiguous factorial: add brackets", offset);
  return closed({ kind: "elementary", name: "factorial", of: factor.expression });
};
