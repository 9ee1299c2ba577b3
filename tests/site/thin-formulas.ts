import type { Page } from "@playwright/test";

/**
 * Joins the signs of each formula that have the same colour to one text, in a box of the formula's size: of the forty
 * thousand elements of a page nine tenths are within formulas, and axe does not judge the colour of a single sign.
 */
export async function thinFormulas(page: Page): Promise<void> {
  await page.evaluate(() => {
    const formulas = [...document.querySelectorAll<HTMLElement>(".katex-html")];
    // all is measured before anything changes, so that the page is laid out once
    const drawn = formulas.map((formula) => {
      const { width, height } = formula.getBoundingClientRect();
      const signs = new Map<string, string>();
      for (const sign of formula.querySelectorAll("*")) {
        const text = sign.firstElementChild === null ? (sign.textContent ?? "").trim() : "";
        const { color } = getComputedStyle(sign);
        if (text !== "") signs.set(color, (signs.get(color) ?? "") + text);
      }
      return { formula, width: Math.max(width, formula.scrollWidth), height, signs };
    });
    for (const { formula, width, height, signs } of drawn) {
      const boxes = Array.from(signs, ([color, text]) => {
        const box = document.createElement("span");
        box.textContent = text;
        const size = { width: `${width / signs.size}px`, height: `${height}px` };
        const inside = { display: "inline-block", overflow: "hidden", whiteSpace: "nowrap" };
        Object.assign(box.style, { ...inside, ...size, color });
        return box;
      });
      formula.replaceChildren(...boxes);
    }
  });
}
