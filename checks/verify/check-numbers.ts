import { agree } from "../compare-number.ts";
import { fromJson, type ManifestNumber } from "../manifest.ts";
import { parseTypedNumber } from "../typed-number.ts";
import type { Claim, Outcome } from "./outcome.ts";
import type { ShownNumber } from "./read-page.ts";

/** The claim that a number of the prose makes. */
export function claimOf({
  text,
  experiment,
  quantity,
  file,
  line,
  column,
  page,
  anchor,
}: ManifestNumber): Claim {
  return {
    subject: `${text}, ${experiment}/${quantity}`,
    place: `${file}:${line}:${column}`,
    address: `${page}#${anchor}`,
  };
}

/** The numbers of one page: what a reader reads, and the value that the page carries, against the manifest. */
export function checkNumbers(expected: readonly ManifestNumber[], shown: readonly ShownNumber[]): Outcome[] {
  const byAnchor = new Map(shown.map((each) => [each.anchor, each]));
  const known = new Set(expected.map(({ anchor }) => anchor));
  const strangers = shown.filter(({ anchor }) => !known.has(anchor));
  return [
    ...expected.flatMap((number) => [
      checkText(number, byAnchor.get(number.anchor)),
      checkValue(number, byAnchor.get(number.anchor)),
    ]),
    ...strangers.map((stranger) => strange(stranger, expected[0]?.page ?? "")),
  ];
}

function checkText(number: ManifestNumber, shown: ShownNumber | undefined): Outcome {
  const claim = { ...claimOf(number), route: "text" as const, expected: number.text };
  if (shown === undefined)
    return { ...claim, status: "failed", reason: "the page does not show this number" };
  const found = { ...claim, found: shown.text };
  if (shown.text === "") return { ...found, status: "failed", reason: "the number is not visible" };
  if (oneLine(shown.text) !== oneLine(number.text))
    return { ...found, status: "failed", reason: "a reader reads another text than was typed" };
  const value = fromJson(number.value);
  const typed = parseTypedNumber(shown.text)?.value ?? Number.NaN;
  if (agree(typed, value, number.tolerance))
    return { ...found, status: "passed", tolerance: number.tolerance };
  return { ...found, status: "failed", reason: `the number is not what was computed, ${value}` };
}

function checkValue(number: ManifestNumber, shown: ShownNumber | undefined): Outcome {
  const value = String(fromJson(number.value));
  const claim = { ...claimOf(number), route: "value" as const, expected: value };
  if (shown === undefined)
    return { ...claim, status: "failed", reason: "the page does not show this number" };
  const name = `${number.experiment}/${number.quantity}`;
  if (shown.quantity !== name)
    return {
      ...claim,
      status: "failed",
      found: shown.quantity,
      reason: `the page says that it is another quantity than ${name}`,
    };
  const other = [shown.value, shown.attribute].find((each) => each !== value);
  if (other === undefined) return { ...claim, status: "passed", found: shown.value };
  return {
    ...claim,
    status: "failed",
    found: other,
    reason: "the page carries another value than was computed",
  };
}

function strange({ anchor, text, quantity }: ShownNumber, page: string): Outcome {
  return {
    route: "text",
    status: "failed",
    subject: `${text}, ${quantity}`,
    place: "",
    address: `${page}#${anchor}`,
    found: text,
    reason: "the page shows a number that the manifest does not list",
  };
}

function oneLine(text: string): string {
  return text.replace(/[ \t\n]+/g, " ").trim();
}
