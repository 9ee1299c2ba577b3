import { sortElements } from "../copy.ts";
import type { Edit } from "../edits.ts";
import { applyEdits } from "../edits.ts";
import { Obstacles } from "../folder/obstacle.ts";
import { findAddresses } from "../folder/style-addresses.ts";
import { type PageAttribute, type PageElement, parseElements, renderAttribute } from "../html.ts";
import { dataAddress } from "./data-address.ts";
import { type Renamed, renamingEdits } from "./ids.ts";
import { followLink, type Places } from "./links.ts";

/** A page of the site that goes into a single file. */
export interface Part {
  readonly path: string;
  readonly text: string;
  /** What a single file holds of it, in order. */
  readonly kept: readonly PageElement[];
  readonly cut: readonly PageElement[];
  readonly obstacles: Obstacles;
}

/** Reads a page. */
export function parsePart(site: Places["site"], path: string, text: string): Part {
  const { kept, cut } = sortElements(parseElements(text), "single");
  return { path, text, kept, cut, obstacles: new Obstacles(site, path, text) };
}

/** What a page loads into itself, and what no single file can hold. */
const loaded = new Set([
  ...["img src", "input src", "source src", "audio src", "video src", "video poster"],
  ...["image href", "image xlink:href", "feImage href"],
]);
const refused = new Set(["iframe src", "embed src", "object data", "track src", "base href"]);

/** The edits that make the elements of a page stand by themselves; scripts, styles and the head are not among them. */
export async function bodyEdits(part: Part, places: Places): Promise<Edit[]> {
  const edits: Edit[] = part.cut.map(({ start, end }) => ({ start, end, text: "" }));
  const renamed = places.inside.get(part.path)?.renamed ?? new Map();
  for (const element of part.kept) {
    const own = await attributeEdits(part, places, element, renamed);
    const taken = new Set(own.map(({ start }) => start));
    edits.push(...own, ...renamingEdits(element, renamed).filter(({ start }) => !taken.has(start)));
  }
  return edits;
}

async function attributeEdits(
  part: Part,
  places: Places,
  element: PageElement,
  renamed: Renamed,
): Promise<Edit[]> {
  const edits: Edit[] = [];
  for (const [name, attribute] of element.attributes) {
    const use = `${element.name} ${name}`;
    const load = { site: places.site, from: part.path, offset: attribute.start, obstacles: part.obstacles };
    if (element.name === "a" || element.name === "area") {
      if (name === "href" || name === "xlink:href")
        edits.push(...(await linkEdits(part, places, name, attribute)));
    } else if (/^(xlink:)?href$/.test(name) && attribute.value.startsWith("#")) {
      const id = attribute.value.slice(1);
      edits.push({ ...attribute, text: renderAttribute(name, `#${renamed.get(id) ?? id}`) });
    } else if (
      refused.has(use) ||
      (element.name === "use" && !attribute.value.startsWith("#") && name.endsWith("href"))
    ) {
      part.obstacles.report("unsupported-element", attribute.start, `<${use}> loads “${attribute.value}”`);
    } else if (loaded.has(use)) {
      const address = await dataAddress(load, attribute.value);
      if (address !== undefined) edits.push({ ...attribute, text: renderAttribute(name, address) });
    } else if (name === "srcset") edits.push({ ...attribute, text: "" });
    else if (name === "style" && attribute.value.includes("url(")) {
      const css = await inlineAddresses(attribute.value, load);
      if (css !== attribute.value) edits.push({ ...attribute, text: renderAttribute(name, css) });
    }
  }
  return edits;
}

/** A link that leads nowhere from here is words. */
async function linkEdits(
  part: Part,
  places: Places,
  name: string,
  attribute: PageAttribute,
): Promise<Edit[]> {
  const { start, end, value } = attribute;
  const href = await followLink(places, part.path, value, { obstacles: part.obstacles, offset: start });
  if (href === value) return [];
  return [{ start, end, text: href === undefined ? leftOut : renderAttribute(name, href) }];
}

/** What stands in the place of the address of a link to a page that is not there. */
export const leftOut = "data-left-out";

/** A stylesheet with what it loads inside of it; addresses of the page itself stay. */
export async function inlineAddresses(css: string, load: Parameters<typeof dataAddress>[0]): Promise<string> {
  const edits: Edit[] = [];
  for (const [start, end] of findAddresses(css)) {
    const text = await dataAddress(load, css.slice(start, end));
    if (text !== undefined) edits.push({ start, end, text });
  }
  return applyEdits(css, edits);
}
