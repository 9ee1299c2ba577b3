/**
 * The styles that write on the pages of a part what it belongs to, and their numbers: on those of an assignment's own
 * page but the first, or on those of problems, by their titles.
 */
export function runningHeads(course: string, assignment: string, problems: readonly string[]): string {
  const nothing = "@top-left { content: none } @top-right { content: none } @bottom-center { content: none }";
  return [
    `@page { @top-left { content: ${quote(course)} } @top-right { content: ${quote(assignment)} }`,
    "@bottom-right { content: none } @bottom-center { content: counter(page) } }",
    ...problems.map(problemHead),
    ...(problems.length === 0 ? [`@page :first { ${nothing} }`] : []),
  ].join("\n");
}

/** A problem's pages have a name of their own, and its title for a head. */
function problemHead(title: string, at: number): string {
  const name = `problem-${at + 1}`;
  return [
    `main > .single-part:nth-of-type(${at + 1}) { page: ${name} }`,
    `@page ${name} { @top-right { content: ${quote(title)} } }`,
  ].join("\n");
}

/** A CSS string. */
function quote(text: string): string {
  const escaped = text.replaceAll(/["\\\n\r\f<]/g, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `);
  return `"${escaped}"`;
}
