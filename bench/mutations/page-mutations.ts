import type { Route } from "../../checks/verify/outcome.ts";

/** A page with some of its claims altered, and how many. */
export interface Altered {
  readonly html: string;
  readonly count: number;
}

/** Something that may go wrong with a built page, done to every claim of a kind, and the route that must see it. */
export interface PageMutation {
  readonly what: string;
  readonly route: Route;
  alter(html: string): Altered;
}

const number = /(<data class="quantity"[^>]*>)([^<]*)(<\/data>)/g;
const carried = /(<data class="quantity"[^>]* data-value=")([^"]*)(")/g;
const computed = /(<i>Computed<\/i> <span>)([^<]*)(<\/span>)/g;
const inTable = /(<data value=")([^"]*)(" data-quantity=)/g;
const printedInTable = /(<data value="[^"]*" data-quantity="[^"]*">)([^<]*)(<\/data>)/g;
const display = '<span class="katex-display">';
const mathml = new RegExp(`(${display}(?:(?!<m[ni][ >]).)*?<m[ni](?: [^>]*)?>)([^<]+)()`, "gs");
const visible = new RegExp(
  `(${display}(?:(?!katex-html).)*?katex-html(?:(?!>[^<>\\s\\u200B]).)*?>)([^<>\\s\\u200B]+)()`,
  "gs",
);
const annotation = new RegExp(`(${display}(?:(?!<annotation).)*?<annotation[^>]*>)([^<]+)()`, "gs");

/** Replaces the middle of each place; where that changes nothing, it is not counted. */
function each(html: string, pattern: RegExp, change: (text: string, last: string) => string): Altered {
  let count = 0;
  let last = "";
  const altered = html.replace(pattern, (_, before: string, text: string, after: string) => {
    const changed = change(text, last);
    if (changed !== text) count++;
    last = text;
    return before + changed + after;
  });
  return { html: altered, count };
}

/** The last digit of a text, one higher; 9 where there is none. */
function nextDigit(text: string): string {
  const altered = text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
  return altered === text ? "9" : altered;
}

/** What stood before, where there was anything. */
function copied(text: string, last: string): string {
  return last === "" ? text : last;
}

function doubled(text: string): string {
  return `${text}1`;
}

/** What may go wrong with a page, by kind of claim. */
export const pageMutations: readonly PageMutation[] = [
  { what: "last digit of a number", route: "text", alter: (html) => each(html, number, nextDigit) },
  { what: "number copied from elsewhere", route: "text", alter: (html) => each(html, number, copied) },
  { what: "last digit of a carried value", route: "value", alter: (html) => each(html, carried, nextDigit) },
  {
    what: "carried value copied from elsewhere",
    route: "value",
    alter: (html) => each(html, carried, copied),
  },
  {
    what: "panel of a number deleted",
    route: "panel",
    alter: (html) => each(html, /(<span class="number-panel" id="[^"]*" )(popover)()/g, () => "hidden"),
  },
  {
    what: "computed value in a panel",
    route: "panel",
    alter: (html) => each(html, computed, (text) => text.replace(/^[^\s,]+/, nextDigit)),
  },
  { what: "value of a figure’s table", route: "table", alter: (html) => each(html, inTable, nextDigit) },
  {
    what: "printed number of a figure’s table",
    route: "table",
    alter: (html) => each(html, printedInTable, nextDigit),
  },
  { what: "MathML of a display", route: "formula", alter: (html) => each(html, mathml, doubled) },
  { what: "visible text of a display", route: "formula", alter: (html) => each(html, visible, doubled) },
  { what: "TeX that a display carries", route: "formula", alter: (html) => each(html, annotation, doubled) },
  {
    what: "mark of a checked display",
    route: "formula",
    alter: (html) => each(html, /(<details class="check" data-outcome=")(verified)()/g, () => "definition"),
  },
  {
    what: "page of another build",
    route: "build",
    alter: (html) => each(html, /(name="ansatz-build" content=")([^"]*)(")/g, doubled),
  },
];
