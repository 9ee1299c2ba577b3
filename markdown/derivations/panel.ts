import type { Node } from "unist";
import type { VFile } from "vfile";
import type { Step } from "../../derivation/index.ts";
import { element, text } from "../element.ts";
import { typesetDeclaration } from "./declaration-elements.ts";
import { type Declaration, isWitness } from "./declarations.ts";
import type { DisplayOutcome } from "./outcome.ts";
import { isOneSentence, leadOf, nameOf, wordsOf } from "./step-words.ts";
import type { Trial } from "./trial-data.ts";
import { typeset, withFormulas } from "./typeset.ts";

/** What a display's panel shows. */
export interface Panel {
  readonly found: DisplayOutcome;
  /** The declarations in force that the display uses. */
  readonly declarations: readonly Declaration[];
  /** What a reader's own values are tried on; absent where nothing can be tried. */
  readonly trial?: Trial;
}

/**
 * The mark at a display's right edge and what it opens: each step with its outcome in words, and what its letters
 * stand for. A disclosure of HTML's own: it opens by keyboard, touch and screen reader, without a script.
 */
export function panelOf({ found, declarations, trial }: Panel, file: VFile): Node {
  const { steps, excuse, outcome } = found;
  const name = nameOf(found);
  const hasWitness = declarations.some(isWitness);
  const data = trial === undefined ? {} : { dataTrial: JSON.stringify(trial) };
  return element("details", { className: ["check"], dataOutcome: outcome, ...data }, [
    element("summary", { ariaLabel: name, title: name }),
    element("div", { className: ["check-panel"] }, [
      element("p", { className: ["check-lead"] }, withFormulas(leadOf(found, hasWitness), file)),
      ...(isOneSentence(found) ? [] : [stepList(steps, hasWitness, excuse, file)]),
      ...stated("Defined here:", found.definitions, file),
      ...stated("Assumed, not claimed:", found.equations, file),
      ...(steps.some(isTried) ? given(declarations, file) : []),
      ...(trial === undefined ? [] : [tryButton()]),
    ]),
  ]);
}

function stepList(
  steps: readonly Step[],
  hasWitness: boolean,
  excuse: string | undefined,
  file: VFile,
): Node {
  const items = steps.map((step, index) =>
    element("li", { dataOutcome: step.outcome }, [
      claim(step, steps[index - 1], file),
      element("span", { className: ["check-words"] }, withFormulas(wordsOf(step, hasWitness, excuse), file)),
    ]),
  );
  return element("ol", { className: ["check-steps"] }, items);
}

/** A step's formula; where it goes on from the step before, without the side that the two share. */
function claim({ left, relation, right }: Step, before: Step | undefined, file: VFile): Node {
  const shown = before?.right === left ? "{}" : left;
  const tex = `${shown} ${relation} ${right}`;
  const formula = typeset(tex, file) ?? element("code", {}, [text(`${left} ${relation} ${right}`)]);
  return element("span", { className: ["check-claim"], tabIndex: 0 }, [formula]);
}

function stated(words: string, formulas: readonly string[], file: VFile): Node[] {
  if (formulas.length === 0) return [];
  const shown = formulas.flatMap((tex, index) => [
    text(index === 0 ? " " : ", "),
    typeset(tex, file) ?? element("code", {}, [text(tex)]),
  ]);
  return [element("p", {}, [text(words), ...shown])];
}

function isTried({ outcome }: Step): boolean {
  return outcome !== "unchecked";
}

function given(declarations: readonly Declaration[], file: VFile): Node[] {
  if (declarations.length === 0) return [];
  const items = declarations.map((each) => typesetDeclaration(each, file));
  return [element("ul", { className: ["declarations"], ariaLabel: "What the letters stand for" }, items)];
}

/** Shown by the script that it needs. */
function tryButton(): Node {
  return element("button", { type: "button", className: ["check-try"], hidden: true }, [
    text("Try your own values"),
  ]);
}
