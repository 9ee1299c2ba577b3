import type { KitData } from "../../anchors/kit.ts";
import type { Target } from "./target.ts";

/** What goes to the clipboard. */
export interface Copy {
  readonly text: string;
  readonly html?: string;
}

/** A way to copy an item: what the menu calls it, what is said afterwards, and what is copied. */
export interface Format {
  readonly label: string;
  readonly said: string;
  readonly copy: Copy;
}

/** The ways to copy a target, in the order of the menu. */
export function formatsOf(target: Target, kit: KitData): Format[] {
  const { link, formula } = target;
  const tex = formula && { label: "Copy TeX", said: "TeX copied", copy: { text: formula.tex } };
  return [
    { label: "Copy link", said: "Link copied", copy: { text: link } },
    ...(tex ? [tex] : []),
    { label: "Copy as Markdown", said: "Markdown copied", copy: { text: markdown(target) } },
    { label: "Copy as plain text", said: "Plain text copied", copy: { text: plain(target) } },
    { label: "Copy formatted text", said: "Formatted text copied", copy: rich(target) },
    { label: "Copy BibTeX", said: "BibTeX copied", copy: { text: bibtex(target, kit) } },
  ];
}

/** `[Problem 2 (b): Cover or seek](https://…)`, behind the formula or the numbers if there are any. */
export function markdown({ title, link, formula, lines }: Target): string {
  const text = title.replace(/[\\[\]*_`<>$]/g, "\\$&");
  const address = link.replace(/[()\s<>]/g, (character) =>
    encodeURIComponent(character).replace("(", "%28").replace(")", "%29"),
  );
  const reference = `[${text}](${address})`;
  if (formula !== undefined) return `$$\n${formula.tex}\n$$\n\n${reference}`;
  return [reference, ...lines.map((line) => `- ${line}`)].join("\n");
}

/** Title, formula or numbers, and link, each on a line. */
export function plain({ title, link, formula, lines }: Target): string {
  return [title, ...(formula ? [formula.plain] : []), ...lines, link].join("\n");
}

/** The same with a link that can be clicked and a formula that is set. */
export function rich(target: Target): Copy {
  const { title, link, formula, lines } = target;
  const items = lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("");
  const html = [
    formula?.mathml ?? "",
    `<p><a href="${escapeHtml(link)}">${escapeHtml(title)}</a></p>`,
    items === "" ? "" : `<ul>${items}</ul>`,
  ].join("");
  return { text: plain(target), html };
}

/** An entry that names the version: the title, who wrote it, the course, the tag's address, the commit. */
export function bibtex({ link, tag, anchor }: Target, { course, authors, commit }: KitData): string {
  const dated = new URL(link);
  if (commit !== undefined) dated.searchParams.set("as-of", commit.date ?? commit.name);
  const version = [commit?.date && `version of ${commit.date}`, commit && `commit ${commit.name}`];
  const fields = {
    title: `{${field(anchor.title)}}`,
    author: authors.map(field).join(" and "),
    howpublished: field(course),
    year: commit?.date?.slice(0, 4) ?? "",
    url: dated.href.replace(/[{}\\]/g, encodeURIComponent),
    note: capitalise(version.filter(Boolean).join(", ")),
  };
  const lines = Object.entries(fields).filter(([, value]) => value !== "");
  const width = Math.max(...lines.map(([name]) => name.length));
  const body = lines.map(([name, value]) => `  ${name.padEnd(width)} = {${value}},`);
  return [`@misc{${tag ?? anchor.name.replace(/\W+/g, "-")},`, ...body, "}"].join("\n");
}

/** A text as BibTeX takes it. */
function field(text: string): string {
  return text.replace(/[\\{}]/g, "").replace(/[&%$#_]/g, "\\$&");
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
