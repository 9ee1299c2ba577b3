import type { Edit } from "../edits.ts";
import { type PageElement, renderAttribute } from "../html.ts";
import type { Places } from "./links.ts";
import type { Part } from "./part.ts";

/** Places of the page that are filled when the rest of it stands. */
export interface Slots {
  readonly policy: string;
  readonly style: string;
  readonly script: string;
  /** The problems of an assignment. */
  readonly sections: string;
}

/** Marks that no page holds. */
export const slots: Slots = {
  policy: 'content="\u0001policy"',
  style: "\u0001style\u0001",
  script: "\u0001script\u0001",
  sections: "\u0001sections\u0001",
};

/** What a browser loads for a page, or expects to. */
const hints =
  /\b(modulepreload|preload|prefetch|preconnect|dns-prefetch|manifest|stylesheet|apple-touch-icon|mask-icon)\b/;

/**
 * The edits that take out of a page what it loads, and put slots in the place. Inline scripts stay; they are returned,
 * for the policy names each.
 */
export function headEdits(part: Part, { live }: Places, hasExperiments: boolean) {
  const edits: Edit[] = [];
  const scripts: string[] = [];
  let style = slots.style;
  for (const element of part.kept) {
    const { name, start, startTagEnd, end, attributes } = element;
    if (name === "html") edits.push(...rootEdits(element, live, hasExperiments));
    else if (name === "link" && hints.test(attributes.get("rel")?.value ?? "")) {
      const isStyle = attributes.get("rel")?.value.includes("stylesheet");
      edits.push({ start, end: startTagEnd, text: isStyle ? style : "" });
      if (isStyle) style = "";
    } else if (isModule(element)) edits.push({ start, end, text: "" });
    else if (isScript(element)) {
      scripts.push(element.content);
      if (attributes.has("src"))
        part.obstacles.report("module-script", start, "a classic script in a file of its own");
    } else if (
      name === "meta" &&
      attributes.get("http-equiv")?.value.toLowerCase() === "content-security-policy"
    ) {
      const content = attributes.get("content");
      if (content) edits.push({ ...content, text: slots.policy });
    } else if (name === "body") {
      const place = part.text.lastIndexOf("</body", end);
      edits.push({ start: place, end: place, text: slots.script });
    }
  }
  return { edits, scripts };
}

/** Is it a script that is run as a module? */
export function isModule({ name, attributes }: PageElement): boolean {
  return name === "script" && attributes.get("type")?.value.trim().toLowerCase() === "module";
}

function isScript({ name, attributes }: PageElement): boolean {
  const type = attributes.get("type")?.value.trim().toLowerCase() ?? "";
  return name === "script" && ["", "text/javascript", "application/javascript"].includes(type);
}

/** What the page's scripts must know: that nothing is beside it, and (`data-still`) whether anything can be run. */
function rootEdits({ attributes }: PageElement, live: string | undefined, hasExperiments: boolean): Edit[] {
  const root = attributes.get("data-root");
  if (root === undefined) return [];
  const text = [
    renderAttribute("data-root", live ?? "./"),
    'data-copy="single"',
    ...(hasExperiments ? [] : ["data-still"]),
  ];
  return [{ ...root, text: text.join(" ") }];
}
