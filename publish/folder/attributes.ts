import type { BuiltSite } from "../built-site.ts";
import { applyEdits, type Edit } from "../edits.ts";
import { type PageAttribute, type PageElement, renderAttribute } from "../html.ts";
import type { Obstacles } from "./obstacle.ts";
import { linkOnDisk, resourceOnDisk } from "./resource.ts";
import { styleEdits } from "./style.ts";

/** The page that is being rewritten. */
export interface PageContext {
  readonly site: BuiltSite;
  readonly from: string;
  readonly obstacles: Obstacles;
}

/** What a reader follows. */
const links = new Set(["a href", "a xlink:href", "area href", "link href"]);

/** What a page loads. Scripts have their own rewriting. */
const resources = new Set([
  ...["img src", "input src", "source src", "audio src", "video src", "video poster"],
  ...["image href", "image xlink:href", "feImage href", "script src"],
]);

const sourceSets = new Set(["img srcset", "source srcset"]);

/** What browsers do not load from disk. */
const blocked = new Set([
  ...["iframe src", "embed src", "object data", "track src", "use href", "use xlink:href"],
  "base href",
]);

/** What the page's frame says of itself is written anew as a whole. */
const frame = "html data-root";

/** What asks for a reply with headers, which a file has not. */
const guards = new Set(["crossorigin", "integrity"]);

/** The edits that make the addresses of an element's attributes relative to its page. */
export function attributeEdits(context: PageContext, element: PageElement): Edit[] {
  return [...element.attributes].flatMap(([name, attribute]) => {
    if (name === "style") return styleAttributeEdits(context, attribute);
    if (guards.has(name)) return [{ ...attribute, text: "" }];
    const text = rewritten(context, element, name, attribute);
    return text === undefined ? [] : [{ ...attribute, text: renderAttribute(name, text) }];
  });
}

function rewritten(
  context: PageContext,
  element: PageElement,
  name: string,
  { value, start }: PageAttribute,
): string | undefined {
  const use = `${element.name} ${name}`;
  const reference = { ...context, offset: start };
  if (use === "link href" && isLoaded(element)) return resourceOnDisk(reference, value);
  if (links.has(use)) return linkOnDisk(reference, value);
  if (resources.has(use)) return resourceOnDisk(reference, value);
  if (sourceSets.has(use)) {
    return value.replace(/(^|,\s+)([^\s,]+)/g, (whole, before: string, address: string) => {
      const onDisk = resourceOnDisk(reference, address);
      return onDisk === undefined ? whole : before + onDisk;
    });
  }
  if (use === frame) return undefined;
  if (blocked.has(use) && !value.startsWith("#")) {
    context.obstacles.report("unsupported-element", start, `<${element.name}> loads “${value}”`);
  } else if (name !== "content" && isForgotten(context.site, value)) {
    context.obstacles.report(
      "absolute-address",
      start,
      `the attribute \`${name}\` holds the address “${value}”`,
    );
  }
  return undefined;
}

/** Is it a `<link>` that loads something, and not one that leads somewhere? */
function isLoaded(element: PageElement): boolean {
  return /\b(stylesheet|icon|apple-touch-icon|mask-icon)\b/.test(element.attributes.get("rel")?.value ?? "");
}

/** Does an attribute that is not known to hold addresses hold the absolute address of one of the site's files? */
function isForgotten({ base, files }: BuiltSite, value: string): boolean {
  return value.startsWith(base) && files.has(value.slice(base.length));
}

/** Attribute values are escaped, so offsets within one cannot be edited: the whole value is replaced. */
function styleAttributeEdits(context: PageContext, { value, start, end }: PageAttribute): Edit[] {
  if (!value.includes("url(")) return [];
  const edits = styleEdits(value, 0, context);
  if (edits.length === 0) return [];
  return [{ start, end, text: renderAttribute("style", applyEdits(value, edits)) }];
}
