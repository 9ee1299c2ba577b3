import type { CourseMap, MapPage } from "../course-map.ts";

/** The styles that write on every page but the first what it belongs to, and its number. */
export function runningHeads(course: string, assignment: MapPage, map: CourseMap): string {
  const problems = assignment.problems.flatMap((address) => map.get(address) ?? []);
  const named = problems.map(({ title }, at) => problemHead(title, at));
  return [
    `@page { @top-left { content: ${quote(course)} } @top-right { content: ${quote(assignment.title)} }`,
    "@bottom-right { content: none } @bottom-center { content: counter(page) } }",
    ...named,
    "@page :first { @top-left { content: none } @top-right { content: none } @bottom-center { content: none } }",
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
