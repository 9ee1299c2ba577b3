/** A tag of serialised HTML: its slash, its name, its attributes, the slash of one that closes itself. */
const tag = /<(\/?)([a-z][\w:-]*)((?:\s(?:"[^"]*"|'[^']*'|[^"'>])*?)?)(\/?)>/gi;

const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/** The element whose start tag stands at `start`, of HTML as our compiler writes it: every element is closed. */
export function elementAt(html: string, start: number): string {
  const tags = new RegExp(tag);
  tags.lastIndex = start;
  let depth = 0;
  for (let found = tags.exec(html); found !== null; found = tags.exec(html)) {
    const [, closing, name = "", , closed] = found;
    if (closing === "/") depth -= 1;
    else if (closed === "" && !empty.test(name)) depth += 1;
    if (depth <= 0) return html.slice(start, tags.lastIndex);
  }
  return html.slice(start);
}

/** The elements whose start tags match, outermost ones only, with their places. */
export function elementsLike(html: string, startTag: RegExp): { start: number; html: string }[] {
  const found: { start: number; html: string }[] = [];
  let end = 0;
  for (const { index } of html.matchAll(startTag)) {
    if (index < end) continue;
    const element = elementAt(html, index);
    found.push({ start: index, html: element });
    end = index + element.length;
  }
  return found;
}

/** The element with an id. */
export function elementWithId(html: string, id: string): string | undefined {
  const start = html.search(new RegExp(`<[a-z][\\w-]*(?:\\s[^<>]*)?\\sid="${RegExp.escape(id)}"`));
  return start < 0 ? undefined : elementAt(html, start);
}

/** The HTML without the elements whose start tags match. */
export function without(html: string, startTag: RegExp): string {
  let rest = "";
  let end = 0;
  for (const { start, html: element } of elementsLike(html, startTag)) {
    rest += html.slice(end, start);
    end = start + element.length;
  }
  return rest + html.slice(end);
}

/** What stands between an element's own tags. */
export function contentOf(element: string): string {
  return element.replace(/^<[^>]*>/, "").replace(/<\/[^>]*>\s*$/, "");
}

/** The HTML with each start tag's attributes rewritten; words of the text that look like attributes stay. */
export function mapAttributes(html: string, change: (attributes: string, name: string) => string): string {
  return html.replace(
    new RegExp(tag),
    (whole, closing: string, name: string, attributes: string, closed: string) =>
      closing === "/" ? whole : `<${name}${change(attributes, name)}${closed}>`,
  );
}
