import { locate } from "../address.ts";
import type { SortedElements } from "../copy.ts";
import type { PageElement } from "../html.ts";
import type { PageContext } from "./attributes.ts";
import { filesIn } from "./style-addresses.ts";

/** Files of the site by what a page in the folder has to do with them. */
export interface NamedFiles {
  /** Named only where the page is served: by what is cut out of it, or as its picture in link previews. */
  readonly servedOnly: readonly string[];
  /** Named by what stays. */
  readonly used: readonly string[];
}

/** Reads which files a page names. */
export function namedFiles(context: PageContext, { kept, cut, inside }: SortedElements): NamedFiles {
  const cards = kept.flatMap((element) => cardOf(context, element));
  const left = [...cut, ...inside].flatMap((element) => filesOf(context, element));
  return { servedOnly: [...cards, ...left], used: kept.flatMap((element) => filesOf(context, element)) };
}

/** A link preview is made by whoever fetches the page from its host, and its picture has a whole address. */
function cardOf({ site, from }: PageContext, { name, attributes }: PageElement): string[] {
  const property = attributes.get("property")?.value ?? attributes.get("name")?.value ?? "";
  const address = attributes.get("content")?.value ?? "";
  if (name !== "meta" || !/^(og|twitter):image$/.test(property)) return [];
  const target = locate(site, from, URL.canParse(address) ? new URL(address).pathname : address);
  return target.kind === "file" ? [target.path] : [];
}

function filesOf({ site, from }: PageContext, { attributes, content, name }: PageElement): string[] {
  const named = ["src", "href", "poster"].flatMap((attribute) => {
    const address = attributes.get(attribute)?.value;
    const target = address === undefined ? undefined : locate(site, from, address);
    return target?.kind === "file" ? [target.path] : [];
  });
  return name === "style" ? [...named, ...filesIn(site, from, content)] : named;
}
