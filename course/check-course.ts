import { posix } from "node:path";
import type { Mistake } from "../mistakes/mistake.ts";
import { suggest, suggestion } from "../mistakes/suggest.ts";
import type { Assignment, Problem } from "./course.ts";

/** Addresses that the site itself uses. */
const reserved = [
  "_astro",
  "_app",
  "_downloads",
  "offline",
  "topics",
  "cards",
  "checks",
  "search",
  "previews",
  "t",
  "404",
];

/** Characters that addresses keep for themselves: a file named with one has no page that a link could reach. */
const unusable = /[#?%\\\p{Cc}]/u;

/** Two files for one address, addresses that the site keeps for itself, and names that are no addresses. */
export function checkAddresses(problems: readonly Problem[], assignments: readonly Assignment[]): Mistake[] {
  const first = new Map<string, string>();
  const pages = [
    ...assignments.map(({ address }) => ({ address, path: pathOf(address), images: {} })),
    ...problems,
  ];
  return pages.flatMap(({ address, path, images }) => {
    const unreachable = [path, ...Object.values(images)].flatMap(checkName);
    // As file systems see it: on some, letters that differ in case or in how an accent is encoded are one name.
    const key = address.normalize("NFC").toLowerCase();
    const taken = first.get(key);
    if (taken !== undefined) return [...unreachable, mistakeIn(path, duplicateAddress(address, taken))];
    first.set(key, path);
    return [...unreachable, ...checkReserved(address, path)];
  });
}

function pathOf(assignment: string): string {
  return assignment === "" ? "content/assignment.yaml" : `content/${assignment}/assignment.yaml`;
}

function checkName(path: string): Mistake[] {
  const [character] = unusable.exec(path) ?? [];
  if (character === undefined) return [];
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  const shown = /\p{Cc}/u.test(character) ? `the character U+${code}` : `\`${character}\``;
  return [
    mistakeIn(path, {
      rule: "unusable-name",
      what: `The name of a file or a folder holds ${shown}, which no address can hold`,
      hint: "Rename it: letters of any script, digits, spaces, `-`, `_` and `.` are fine.",
    }),
  ];
}

function duplicateAddress(address: string, taken: string) {
  return {
    rule: "duplicate-address",
    what: `Two files for one address: \`/${address}/\` is already the page of \`${taken}\``,
    hint: "Rename one of the two files.",
  };
}

function checkReserved(address: string, path: string): Mistake[] {
  if (address === "") return [mistakeIn(path, assignmentOfNothing)];
  const [top = ""] = address.split("/");
  if (!reserved.includes(top.toLowerCase())) return [];
  const what = `The address \`/${top}/\` belongs to the site itself`;
  return [mistakeIn(path, { rule: "reserved-address", what, hint: "Rename the folder or the file." })];
}

const assignmentOfNothing = {
  rule: "misplaced-assignment",
  what: "An assignment is a folder in `content/`; the page of `content/` itself is the course's",
  hint: "Move the file into a folder, as `content/homework/assignment.yaml`. What the course is, `content/course.yaml` says.",
};

/** A problem that is said to be absent but is there, and numbers that stand twice in an assignment. */
export function checkAssignments(
  assignments: readonly Assignment[],
  problems: readonly Problem[],
): Mistake[] {
  return assignments.flatMap(({ address, data, problems: own }) => {
    const numbers = new Map<string, string>();
    const mistakes: Mistake[] = [];
    for (const problem of problems.filter((each) => own.includes(each.address))) {
      const { number } = problem.compiled.frontmatter;
      if (number === undefined) continue;
      const other = numbers.get(number);
      if (other !== undefined) mistakes.push(mistakeIn(problem.path, duplicateNumber(number, other)));
      else numbers.set(number, problem.path);
      if (data.absent.some((each) => each.number === number)) {
        mistakes.push(mistakeIn(`content/${address}/assignment.yaml`, presentAfterAll(number, problem.path)));
      }
    }
    return mistakes;
  });
}

/** Links within the course that lead nowhere. */
export function checkLinks(problems: readonly Problem[], assignments: readonly Assignment[]): Mistake[] {
  const paths = new Map(problems.map((each) => [each.address, each.path]));
  const anchors = new Map(problems.map(({ address, compiled }) => [address, compiled.anchors]));
  for (const { address } of assignments) anchors.set(address, []);
  return problems.flatMap(({ compiled }) =>
    compiled.links.flatMap(({ address, fragment, written, ...place }) => {
      const known = anchors.get(address);
      if (known === undefined)
        return [
          { ...place, ...unknownPage(written, address, place.file, paths), severity: "error" as const },
        ];
      if (fragment === "" || known.includes(fragment)) return [];
      return [{ ...place, ...unknownAnchor(written, fragment, known), severity: "error" as const }];
    }),
  );
}

function mistakeIn(file: string, finding: Pick<Mistake, "rule" | "what" | "hint">): Mistake {
  return { file, line: 1, column: 1, severity: "error", ...finding };
}

function duplicateNumber(number: string, other: string) {
  return {
    rule: "duplicate-number",
    what: `Two problems of the assignment have the number ${number}: the other is \`${other}\``,
    hint: "Change `number:` in the frontmatter of one of them.",
  };
}

function presentAfterAll(number: string, path: string) {
  return {
    rule: "absent-problem-present",
    what: `Problem ${number} is listed as absent, but \`${path}\` has that number`,
    hint: "Remove it from `absent:`, or change the problem's number.",
  };
}

/**
 * The page that an unknown address is nearest to is named as a link to it would be written; where others are as near,
 * not the page that links.
 */
function unknownPage(written: string, address: string, from: string, paths: ReadonlyMap<string, string>) {
  const others = [...paths.keys()].sort(
    (a, b) => Number(paths.get(a) === from) - Number(paths.get(b) === from),
  );
  const nearest = suggest(address, others);
  const link = nearest && posix.relative(posix.dirname(from), paths.get(nearest) ?? "");
  return {
    rule: "unknown-page",
    what: `A link to \`${written}\`, which is no page of the course`,
    hint: link
      ? `Did you mean \`${link}\`?`
      : "Link to a Markdown file by its path from this one, as `../problem-2/index.md#b`.",
  };
}

function unknownAnchor(written: string, fragment: string, anchors: readonly string[]) {
  return {
    rule: "unknown-anchor",
    what: `A link to \`${written}\`, but that page has no \`#${fragment}\``,
    hint: anchors.length === 0 ? "That page has no anchors." : suggestion(fragment, anchors),
  };
}
