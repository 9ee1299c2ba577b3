import { applyEdits, type Edit } from "../edits.ts";
import { type PageElement, parseElements } from "../html.ts";

const isHeading = ({ name }: PageElement) => /^h[2-6]$/.test(name);

/** Elements that say something without words. */
const shown = new Set(["img", "svg", "math", "hr", "table"]);

/** A page without headings below which nothing is left. */
export function withoutEmptyParts(page: string): string {
  const elements = parseElements(page);
  const article = elements.find(({ name }) => name === "article");
  if (article === undefined) return page;
  const inside = elements.filter(({ start, end }) => start > article.start && end < article.end);
  const headings = inside.filter(isHeading);
  const edits: Edit[] = [];
  let after = page.lastIndexOf("</article", article.end);
  let kept = "h0";
  for (const heading of headings.toReversed()) {
    const { start, end, name } = heading;
    const says =
      kept > name ||
      page
        .slice(end, after)
        .replaceAll(/<[^>]*>/g, "")
        .trim() !== "" ||
      inside.some((each) => each.start >= end && each.end <= after && shown.has(each.name));
    if (says) kept = name;
    else edits.push({ start, end, text: "" });
    after = start;
  }
  return applyEdits(page, edits);
}
