import { attributeOf, type Element, hasClass } from "./xml.ts";

/**
 * What an element of a page is in a book: notes and the signs that lead to them, which readers show in a window of
 * their own. The words are those of EPUB 3's structural semantics and of DPub-ARIA.
 */
export function roleOf(element: Element): Element["attrs"] {
  const has = (name: string) => attributeOf(element, name) !== undefined;
  if (hasClass(element, "sign") || has("data-footnote-ref")) return roles("noteref", "doc-noteref");
  if (hasClass(element, "note", "note-reply")) return roles("footnote", "doc-footnote");
  if (hasClass(element, "note-link") || has("data-footnote-backref"))
    return roles("backlink", "doc-backlink");
  if (has("data-footnotes")) return roles("footnotes", "doc-endnotes");
  const isFootnote = element.tagName === "li" && /^fn-/.test(attributeOf(element, "id") ?? "");
  return isFootnote ? roles("footnote", undefined) : [];
}

function roles(type: string, role: string | undefined): Element["attrs"] {
  return [
    { prefix: "epub", name: "type", value: type },
    ...(role === undefined ? [] : [{ name: "role", value: role }]),
  ];
}
