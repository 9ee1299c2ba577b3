/** A date or a commit, by which a link says how old it is: `?as-of=2026-11-22`. */
const ageKey = "as-of";

/** Whether the address says how old the link is. */
export function isDated(): boolean {
  return new URLSearchParams(location.search).has(ageKey);
}

/**
 * What who arrives by a link should know: dated corrections of the part (those after the link's own date, if it
 * carries one), and what stood at this address before. There is no clock in it: a link without a date gets all
 * corrections, with their dates; one made from the very commit of this page gets none.
 */
export function noticesFor(target: Element): HTMLElement[] {
  const former = formerAt(location.hash.slice(1));
  const corrections = correctionsNear(target, new URLSearchParams(location.search).get(ageKey) ?? "");
  return [...(former ? [former] : []), ...(corrections ? [corrections] : [])];
}

function correctionsNear(target: Element, age: string): HTMLElement | undefined {
  const built = document.querySelector<HTMLMetaElement>('meta[name="ansatz-commit"]')?.content ?? "";
  if (age.length >= 7 && built === age) return undefined;
  const isDate = /^\d{4}-\d\d-\d\d$/.test(age);
  const blocks = [...document.querySelectorAll<HTMLElement>(".prose .block-correction")]
    .filter((block) => target.matches("h1") || partOf(block, target))
    .map((block) => ({ block, date: block.querySelector("time")?.dateTime ?? "" }))
    .filter(({ date }) => !isDate || date > age);
  if (blocks.length === 0) return undefined;
  const notice = makeNotice(
    isDate ? `Corrected since ${age}, when this link was made: ` : "Corrected since it was first written: ",
  );
  for (const [index, { block, date }] of blocks.entries()) {
    block.id ||= `correction-${index + 1}`;
    notice.append(index === 0 ? "" : ", ", link(`#${block.id}`, date));
  }
  notice.append(".");
  return notice;
}

/** Whether a block stands in the part that the target is, or is in: behind its heading, before the next of its depth. */
function partOf(block: Element, target: Element): boolean {
  const parts = [...document.querySelectorAll(".prose > .part")];
  const precedes = (a: Element, b: Element) =>
    (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
  const start = parts.filter((part) => part === target || precedes(part, target)).at(-1);
  const end = parts.find((part) => start && precedes(start, part) && part.localName <= start.localName);
  return (start === undefined || precedes(start, block)) && (end === undefined || precedes(block, end));
}

/** Says what an address led to before something else took it. */
function formerAt(id: string): HTMLElement | undefined {
  const row = id === "" ? null : document.querySelector(`[data-was="${CSS.escape(id)}"] a[href]`);
  if (!(row instanceof HTMLAnchorElement)) return undefined;
  const notice = makeNotice("An older link to this address may mean ");
  notice.append(link(row.href, row.textContent ?? ""), ", which stood here before.");
  return notice;
}

function makeNotice(words: string): HTMLElement {
  const notice = document.createElement("p");
  notice.className = "arrival-notice";
  notice.role = "status";
  notice.append(words);
  return notice;
}

function link(href: string, text: string): HTMLAnchorElement {
  return Object.assign(document.createElement("a"), { href, textContent: text });
}
