import { locate } from "./address.ts";
import { type BuiltSite, readText } from "./built-site.ts";
import { findElement, type PageElement, parseElements } from "./html.ts";

/** A page that leaves the building in one piece. */
export interface MapPage {
  readonly kind: "problem" | "assignment";
  /** Without slashes at its ends: `homework/problem-2`. */
  readonly address: string;
  /** Its file: `homework/problem-2/index.html`. */
  readonly path: string;
  readonly title: string;
  /** The problems of an assignment, by address, in its order; a problem has none. */
  readonly problems: readonly string[];
}

/** The problems and assignments of a built site, by address, in the order of their addresses. */
export type CourseMap = ReadonlyMap<string, MapPage>;

/** Finds them by what the pages say of themselves (`ansatz-page`); an assignment's problems are those it links to. */
export async function readCourseMap(site: BuiltSite): Promise<CourseMap> {
  const pages = new Map<string, MapPage>();
  const links = new Map<string, readonly string[]>();
  for (const path of site.files) {
    if (!path.endsWith("/index.html")) continue;
    const page = await readText(site, path);
    if (!page.includes('name="ansatz-page"')) continue;
    const elements = parseElements(page);
    const kind = findElement(elements, "meta", "content", ["name", "ansatz-page"]);
    if (kind !== "problem" && kind !== "assignment") continue;
    const address = addressOf(path);
    const title = findElement(elements, "meta", "content", ["property", "og:title"]) ?? address;
    pages.set(address, { kind, address, path, title, problems: [] });
    if (kind === "assignment") links.set(address, linkedPages(site, path, elements));
  }
  return new Map(
    [...pages].map(([address, page]) => {
      const linked = (links.get(address) ?? []).filter((each) => pages.get(each)?.kind === "problem");
      return [address, { ...page, problems: linked }];
    }),
  );
}

/** `homework/problem-2/index.html` → `homework/problem-2`. */
export function addressOf(path: string): string {
  return path.replace(/\/?index\.html$/, "");
}

/** The addresses of the pages that a page links to, each once, in order. */
function linkedPages(site: BuiltSite, from: string, elements: readonly PageElement[]): string[] {
  const targets = elements.flatMap(({ name, attributes }) => {
    const href = attributes.get("href");
    if (name !== "a" || href === undefined) return [];
    const target = locate(site, from, href.value);
    return target.kind === "file" ? [addressOf(target.path)] : [];
  });
  return [...new Set(targets)];
}
