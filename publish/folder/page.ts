import { locate, relativeAddress } from "../address.ts";
import type { BuiltSite } from "../built-site.ts";
import { sortElements } from "../copy.ts";
import { applyEdits, type Edit } from "../edits.ts";
import { type PageElement, parseElements, renderAttribute } from "../html.ts";
import { attributeEdits, type PageContext } from "./attributes.ts";
import { noteEdits, rootEdits } from "./frame.ts";
import { reportNetworkCalls } from "./network.ts";
import { Obstacles, type Rewritten } from "./obstacle.ts";
import { policyOnDisk } from "./policy.ts";
import { loaderPath } from "./registry.ts";
import { linkOnDisk, resourceOnDisk } from "./resource.ts";
import { type NamedFiles, namedFiles } from "./served-only.ts";
import { styleEdits } from "./style.ts";

/** A page as it is on disk, and the files of the scripts that it starts. */
export interface RewrittenPage extends Rewritten, NamedFiles {
  /** These are to become classic ones. */
  readonly modules: readonly string[];
  readonly classic: readonly string[];
}

/**
 * A page that works from disk: `href="/topics/"` → `href="../topics/index.html"`, `<script type="module">` →
 * `<script defer data-entry>` after the loader, the policy as it has to be there. What is not rewritten stays
 * byte for byte.
 */
export function rewritePage(site: BuiltSite, path: string, page: string): RewrittenPage {
  const obstacles = new Obstacles(site, path, page);
  const context = { site, from: path, obstacles };
  const sorted = sortElements(parseElements(page), "folder");
  const { kept, cut } = sorted;
  const edits = kept.flatMap((element) => elementEdits(context, element));
  edits.push(...cut.map(({ start, end }) => ({ start, end, text: "" })));
  edits.push(...rootEdits(path, kept), ...noteEdits(page, kept));
  const modules = kept.filter(isModule);
  if (modules[0] !== undefined) edits.unshift(loaderEdit(path, modules[0].start));
  const filesOf = (scripts: readonly PageElement[]) => scripts.flatMap((script) => fileOf(context, script));
  return {
    text: applyEdits(page, edits),
    obstacles: obstacles.found,
    modules: filesOf(modules),
    classic: filesOf(kept.filter(isClassic)),
    ...namedFiles(context, sorted),
  };
}

function elementEdits(context: PageContext, element: PageElement): readonly Edit[] {
  if (element.name === "script") return scriptEdits(context, element);
  if (element.name === "link" && isHint(element)) {
    return [{ start: element.start, end: element.startTagEnd, text: "" }];
  }
  const content = element.name === "style" ? styleEdits(element.content, element.startTagEnd, context) : [];
  const meta = element.name === "meta" ? metaEdits(context, element) : [];
  return [...attributeEdits(context, element), ...meta, ...content];
}

function scriptEdits(context: PageContext, element: PageElement): readonly Edit[] {
  if (!isModule(element)) {
    if (isClassic(element)) reportNetworkCalls(context.obstacles, element.content, element.startTagEnd);
    return attributeEdits(context, element);
  }
  const [path] = fileOf(context, element);
  const address = element.attributes.get("src");
  if (path === undefined && address !== undefined) {
    resourceOnDisk({ ...context, offset: address.start }, address.value);
    return [];
  }
  if (path === undefined) {
    context.obstacles.report("module-script", element.start, "a module script inside of the page");
    return [];
  }
  const source = renderAttribute("src", relativeAddress(context.from, path));
  return [{ start: element.start, end: element.startTagEnd, text: `<script defer data-entry ${source}>` }];
}

/** The loader comes before the first entry; both are deferred, and deferred scripts run in order. */
function loaderEdit(path: string, start: number): Edit {
  const source = renderAttribute("src", relativeAddress(path, loaderPath));
  return { start, end: start, text: `<script defer ${source}></script>` };
}

/** The policy; and the page that a redirect leads to. */
function metaEdits(context: PageContext, { attributes }: PageElement): Edit[] {
  const content = attributes.get("content");
  if (content === undefined) return [];
  const kind = attributes.get("http-equiv")?.value.toLowerCase();
  if (kind === "content-security-policy") {
    return [{ ...content, text: renderAttribute("content", policyOnDisk(content.value)) }];
  }
  const [, delay = "", address] = /^(\s*\d+\s*;\s*url=)(.*)$/i.exec(content.value) ?? [];
  if (kind !== "refresh" || address === undefined) return [];
  const link = linkOnDisk({ ...context, offset: content.start }, address);
  return link === undefined ? [] : [{ ...content, text: renderAttribute("content", delay + link) }];
}

/** The file of the site that a script names, if it names one. */
function fileOf({ site, from }: PageContext, { attributes }: PageElement): string[] {
  const source = attributes.get("src");
  const target = source && locate(site, from, source.value);
  return target?.kind === "file" ? [target.path] : [];
}

function typeOf({ attributes }: PageElement): string {
  return attributes.get("type")?.value.trim().toLowerCase() ?? "";
}

function isModule(element: PageElement): boolean {
  return element.name === "script" && ["module", "importmap"].includes(typeOf(element));
}

/** Is the element a classic script, and not a block of data? */
function isClassic(element: PageElement): boolean {
  return (
    element.name === "script" && ["", "text/javascript", "application/javascript"].includes(typeOf(element))
  );
}

/** Does it only announce what will be loaded? From disk that gains nothing, and most of it is refused. */
function isHint({ attributes }: PageElement): boolean {
  const hints = /\b(modulepreload|preload|prefetch|preconnect|dns-prefetch|manifest)\b/;
  return hints.test(attributes.get("rel")?.value ?? "");
}
