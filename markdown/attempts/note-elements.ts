import type { Node, Parent } from "unist";
import type { VFile } from "vfile";
import { type Verdict, verdicts, verdictWords } from "../attempt-data.ts";
import { compilationOf } from "../compilation.ts";
import { type ElementNode, element, text } from "../element.ts";
import { plainText } from "../plain/text.ts";
import { visit } from "../visit.ts";
import type { PlacedClaim, PlacedNote } from "./attempt.ts";
import { parseOwnText } from "./own-text.ts";
import { cutSentence } from "./sentence.ts";

/** A judged claim's words: the sentence for the margin, and what opens on demand. */
export interface ClaimText {
  readonly first: readonly Node[];
  readonly more: readonly Node[];
  /** The first sentence as plain text. */
  readonly summary: string;
}

/** Parses a claim's reason and correction; their nodes keep their places in the data file. */
export function readClaimText(claim: PlacedClaim, file: VFile): ClaimText {
  const { first, rest } = claim.reason
    ? cutSentence(parseOwnText(claim.reason, file))
    : { first: [], rest: [] };
  const correction = claim.correction ? parseOwnText(claim.correction, file).children : [];
  const right: Node[] =
    correction.length === 0
      ? []
      : [element("div", { className: ["note-correction"] }, [label("What is right"), ...correction])];
  return {
    first,
    more: [...rest, ...right],
    summary: plainText(first, compilationOf(file).input.macros),
  };
}

/** The button that opens a note on a small screen, and the note, which stands in the margin on a wide one. */
export function claimNote(claim: PlacedClaim, words: ClaimText): Node[] {
  const { id, verdict } = claim.data;
  const word = verdictWords[verdict];
  return [
    sign(id, verdict, `${word}: read the note on claim ${id}`),
    element(
      "aside",
      {
        className: ["note"],
        id: `note-${id}`,
        popover: "auto",
        role: "note",
        ariaLabel: `${word}: note on claim ${id}`,
        dataVerdict: verdict,
        dataNoteOn: id,
      },
      [closeButton(`note-${id}`), ...judgement(claim, words)],
    ),
  ];
}

/** A quoted note with the verdicts on its own claims behind it. `body` is the note's text with its claims marked. */
export function quotedNote(note: PlacedNote, body: readonly Node[], replies: readonly Node[]): Node[] {
  const who = capitalise(note.data.by);
  return [
    element("button", {
      type: "button",
      className: ["sign"],
      dataBy: note.data.by,
      popoverTarget: note.id,
      ariaLabel: `Read the ${note.data.by}’s note`,
    }),
    element(
      "aside",
      {
        className: ["note", "note-quoted"],
        id: note.id,
        popover: "auto",
        role: "note",
        ariaLabel: `The ${note.data.by}’s note`,
        dataBy: note.data.by,
      },
      [
        closeButton(note.id),
        element("p", { className: ["note-by"] }, [text(`${who}’s note`)]),
        ...body,
        ...replies,
      ],
    ),
  ];
}

/** The verdict on a claim that stands inside a note. */
export function reply(claim: PlacedClaim, words: ClaimText): Node {
  const { id, verdict } = claim.data;
  return element(
    "div",
    { className: ["note-reply"], id: `note-${id}`, dataNoteOn: id, dataVerdict: verdict },
    judgement(claim, words),
  );
}

/** The mark around a claim's words, or around a piece of them. */
export function claimMark({ data }: PlacedClaim, children: readonly Node[], name = "mark"): Node {
  return element(name, { className: ["claim"], dataClaim: data.id, dataVerdict: data.verdict }, children);
}

/** Gives each claim's first mark, in the order of the text, the claim's id: there links to it lead. */
export function nameFirstMarks(nodes: readonly Node[]): void {
  const named = new Set<unknown>();
  visit({ type: "root", children: [...nodes] } as Parent, (node) => {
    const { hProperties } = (node as ElementNode).data ?? {};
    const id = hProperties?.["dataClaim"];
    if (hProperties === undefined || id === undefined || named.has(id)) return;
    named.add(id);
    hProperties["id"] = String(id);
  });
}

/** The scorecard: how many claims got each verdict. Verdicts that nobody got are left out. */
export function scorecard(list: readonly Verdict[]): Node {
  const rows = verdicts.flatMap((verdict) => {
    const count = list.filter((each) => each === verdict).length;
    if (count === 0) return [];
    return [
      element("div", { dataVerdict: verdict }, [
        element("dt", {}, [text(verdict)]),
        element("dd", {}, [text(String(count))]),
      ]),
    ];
  });
  return element("dl", { className: ["scorecard"] }, rows);
}

function judgement(claim: PlacedClaim, words: ClaimText): Node[] {
  const { id, verdict } = claim.data;
  const verdictLine = element("p", { className: ["verdict"] }, [
    text(`${verdictWords[verdict]} `),
    permalink(id),
  ]);
  if (words.more.length === 0) {
    return [verdictLine, ...(words.first.length === 0 ? [] : [element("p", {}, words.first)])];
  }
  const cue = element("span", { className: ["note-cue"] }, [text("more")]);
  const summary = element("summary", {}, [...words.first, text(" "), cue]);
  return [verdictLine, element("details", { className: ["note-more"] }, [summary, ...words.more])];
}

function sign(id: string, verdict: Verdict, name: string): Node {
  return element("button", {
    type: "button",
    className: ["sign"],
    dataVerdict: verdict,
    popoverTarget: `note-${id}`,
    ariaLabel: name,
  });
}

/** Closes an opened note without a script; beside the text on a wide screen, a note is not opened and shows none. */
function closeButton(id: string): Node {
  const properties = {
    type: "button",
    className: ["note-close"],
    popoverTarget: id,
    popoverTargetAction: "hide",
  };
  return element("button", properties, [text("Close")]);
}

function permalink(id: string): Node {
  return element("a", { className: ["note-link"], href: `#${id}` }, [text(id)]);
}

function label(words: string): Node {
  return element("p", { className: ["note-label"] }, [text(words)]);
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
