/**
 * Runs in the page: sets what is wider than the text smaller until it fits, for paper does not scroll. A formula within
 * a sentence may break at every sign, and code gets smaller only as far as it can be read: then its lines break.
 */
export async function fitToMeasure(): Promise<void> {
  // a face that is still being loaded when the page is printed leaves its text out
  await Promise.all([...document.fonts].map((face) => face.load()));
  const excess = ({ scrollWidth, clientWidth }: Element) =>
    clientWidth === 0 ? 1 : scrollWidth / clientWidth;
  for (const block of document.querySelectorAll<HTMLElement>(":is(p, .p, li, dd, td, th)")) {
    if (excess(block) <= 1.005) continue;
    for (const formula of block.querySelectorAll<HTMLElement>(".unbroken, .katex-html")) {
      if (formula.closest(".katex-display") === null) formula.style.whiteSpace = "normal";
    }
  }
  const shrink = (block: HTMLElement, least: number) => {
    for (let size = 1, tries = 0; excess(block) > 1.002 && size > least && tries < 6; tries++) {
      size = Math.max(least, (size * 0.995) / excess(block));
      block.style.zoom = size.toFixed(3);
    }
  };
  for (const block of document.querySelectorAll<HTMLElement>(".katex-display, .table")) shrink(block, 0.3);
  for (const code of document.querySelectorAll<HTMLElement>("pre")) {
    code.style.whiteSpace = "pre";
    shrink(code, 0.8);
    code.style.removeProperty("white-space");
  }
}

/** Runs in the page: the words of its headings, formulas as they are spoken, in order; not those for screen readers alone. */
export function readHeadings(): string[] {
  return [...document.querySelectorAll<HTMLElement>("h1, h2, h3, h4, h5, h6")]
    .filter((heading) => heading.checkVisibility() && heading.offsetWidth > 1)
    .map((heading) => {
      const copy = heading.cloneNode(true) as Element;
      for (const hidden of copy.querySelectorAll(".katex-mathml")) hidden.remove();
      for (const formula of copy.querySelectorAll("[role=img][aria-label]")) {
        formula.textContent = (formula.getAttribute("aria-label") ?? "").replace("\ue000", "");
      }
      for (const picture of copy.querySelectorAll("img[alt]")) {
        picture.replaceWith(picture.getAttribute("alt") ?? "");
      }
      return (copy.textContent ?? "").replaceAll(/\s+/g, " ").trim();
    })
    .filter((words) => words !== "");
}

/** Runs in the page: its first page has the number behind this one. */
export function numberPages(printed: number): void {
  document.documentElement.style.counterReset = `page ${printed}`;
}

/** Runs in the page: writes beside each problem in the contents on which page it begins. */
export function numberContents(numbers: readonly (readonly [id: string, page: number])[]): void {
  const pages = new Map(numbers);
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".problem-link")) {
    const page = pages.get(decodeURIComponent(link.hash.slice(1)));
    if (page === undefined) continue;
    const number = document.createElement("span");
    number.className = "contents-page";
    number.textContent = String(page);
    link.append(" ", number);
  }
}

/**
 * Runs in the page: makes places of all its ids, for Chromium only writes those down to which a link of the page leads;
 * and lets the links to places of other parts lead to `elsewhere`, where they are found again.
 */
export function markPlaces(elsewhere: string): void {
  const fragment = (id: string) => `#${id.replaceAll("%", "%25")}`;
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[href^='#']")) {
    let id = link.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      // a sign of per cent that encodes nothing is one
    }
    link.href = `${document.getElementById(id) === null ? elsewhere : ""}${fragment(id)}`;
  }
  const places = document.createElement("div");
  places.hidden = true;
  for (const { id } of document.querySelectorAll("[id]:not(svg *)")) {
    const place = document.createElement("a");
    place.href = fragment(id);
    places.append(place);
  }
  document.body.append(places);
}
