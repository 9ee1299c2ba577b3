import type { Entry } from "./entry.ts";

/** What a short form names: numbers of an assignment and a problem, letters of a part. */
export interface ShortForm {
  readonly assignment: string | undefined;
  readonly problem: string;
  readonly part: string;
}

const assignmentWord = "(?:hw|homework|assignment|set|sheet|ps)";
const problemWord = "(?:p|pr|prob|problem|q|question|ex|exercise)";
const part = "(?:part\\s*)?(?<part>\\(?[a-z]\\)?(?:[\\s.]*\\(?[ivx]+\\)?)?)?";

const forms = [
  // “hw 3 problem 2 b”, “hw 3, 2b”, “hw 3.2 (b)”
  new RegExp(
    `^${assignmentWord}\\s*(?<assignment>\\d+)[\\s,.:/-]+(?:${problemWord}\\s*)?(?<problem>\\d+)[\\s.,-]*${part}$`,
    "i",
  ),
  // “hw 2b”, “problem 2 b”, “p2(b)”, “2b”, “2”
  new RegExp(`^(?:(?:${assignmentWord}|${problemWord})\\.?\\s*)?(?<problem>\\d+)[\\s.,-]*${part}$`, "i"),
];

/** What a query names if it is a short form, as “hw 2b” and “problem 2 (b)” are. */
export function parseShortForm(query: string): ShortForm | undefined {
  for (const form of forms) {
    const { assignment, problem, part: letters = "" } = form.exec(query.trim())?.groups ?? {};
    if (problem === undefined) continue;
    return { assignment, problem, part: letters.toLowerCase().replace(/[^a-z]/g, "") };
  }
  return undefined;
}

/** The places that a query names outright: by a short form, or by a tag in any case. */
export function findNamed(query: string, entries: readonly Pick<Entry, "short" | "tag">[]): number[] {
  const tag = query.trim().toUpperCase();
  const tagged = entries.findIndex((entry) => entry.tag === tag);
  const form = parseShortForm(query);
  const named =
    form === undefined ? [] : entries.flatMap(({ short }, id) => (short && isNamed(form, short) ? [id] : []));
  return tagged === -1 ? named : [tagged, ...named];
}

function isNamed(form: ShortForm, [assignment, problem, letters]: NonNullable<Entry["short"]>): boolean {
  if (form.assignment !== undefined && form.assignment !== assignment) return false;
  return form.problem === problem.toLowerCase() && form.part === letters.toLowerCase();
}
