import { siteAddress } from "../../layouts/site-address.ts";
import { excerptOf } from "../../search/excerpt.ts";
import type { Result } from "../../search/search.ts";
import { readFormulas } from "./data.ts";

/** How much of a title and of a text a result shows, in characters. */
const lengths = { title: 160, text: 180 };

/** A result as a link of the list; its id is what the field refers to. */
export function renderResult({ entry, terms }: Result, index: number): HTMLAnchorElement {
  const link = document.createElement("a");
  link.className = "search-result";
  link.id = `search-result-${index}`;
  link.href = siteAddress(entry.href);
  link.role = "option";
  link.tabIndex = -1;
  link.dataset["kind"] = entry.kind;
  link.ariaSelected = "false";
  link.append(line("search-place", entry.place));
  const title = marked("search-title", entry.title, terms, lengths.title);
  if (entry.title !== "") link.append(title);
  if (entry.text !== "") link.append(marked("search-text", entry.text, terms, lengths.text));
  if (entry.formula !== undefined) void typeset(title, entry.href.replace(/\/?#.*/, ""), entry.formula);
  return link;
}

/** Puts the typeset formula in the place of its plain text, which stays for whoever hears it. */
async function typeset(title: HTMLElement, page: string, formula: number): Promise<void> {
  const html = (await readFormulas(page).catch(() => []))[formula];
  if (html === undefined) return;
  const spoken = line("visually-hidden", title.textContent ?? "");
  title.innerHTML = html;
  title.classList.add("search-formula");
  for (const katex of title.children) katex.setAttribute("aria-hidden", "true");
  title.prepend(spoken);
}

function marked(className: string, text: string, terms: ReadonlySet<string>, length: number): HTMLElement {
  const element = line(className, "");
  for (const piece of excerptOf(text, terms, length)) {
    if (!piece.isMatch) element.append(piece.text);
    else element.append(Object.assign(document.createElement("mark"), { textContent: piece.text }));
  }
  return element;
}

function line(className: string, text: string): HTMLElement {
  return Object.assign(document.createElement("span"), { className, textContent: text });
}
