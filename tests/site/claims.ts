import { type PageFile, readPages } from "./page-list.ts";

/** A judged claim as a page shows it. */
export interface Claim {
  readonly id: string;
  readonly verdict: string;
}

/** The pages of the homework's problems. */
export async function readProblems(dist: string): Promise<PageFile[]> {
  return (await readPages(dist)).filter(isProblem);
}

/** Whether a page is a problem of the homework. */
export function isProblem({ path }: PageFile): boolean {
  return /^homework\/problem-\d+\/$/.test(path);
}

/** The claims of a page or a block, each once, in the order in which they begin. */
export function claimsIn(place: ParentNode): Claim[] {
  const marks = Array.from(place.querySelectorAll("[data-claim]"));
  const claims = marks.map((mark) => [
    mark.getAttribute("data-claim") ?? "",
    mark.getAttribute("data-verdict") ?? "",
  ]);
  return [...new Map(claims as [string, string][])].map(([id, verdict]) => ({ id, verdict }));
}

/** How many claims got each verdict. */
export function countVerdicts(claims: readonly Claim[]): Record<string, number> {
  const result: Record<string, number> = {};
  for (const { verdict } of claims) result[verdict] = (result[verdict] ?? 0) + 1;
  return result;
}

/** The counts of the scorecard inside an element of a place. */
export function scorecardIn(place: ParentNode, selector = ""): Record<string, number> {
  const rows = place.querySelectorAll(`${selector} .scorecard > div`);
  return Object.fromEntries(
    Array.from(rows, (row) => [textOf(row, "dt"), Number(textOf(row, "dd"))] as const),
  );
}

/** The text of all elements that a selector finds in a place. */
export function textOf(place: Element | null | undefined, selector: string): string {
  const found = Array.from(place?.querySelectorAll(selector) ?? []);
  return found.map((each) => each.textContent?.trim()).join(" ");
}
