import type { Locator, Page } from "@playwright/test";
import { FigureOnPage, figuresOf } from "./live-figure.ts";
import { type ServedSite, test } from "./test.ts";

/** What a test does with a figure. */
export type Look = (figure: FigureOnPage, name: string) => Promise<void>;

/**
 * Calls back for each figure of the course. A page that shows several is opened once, and `arrive` is called for each
 * of them before a reader has come near any.
 */
export async function forEachFigure(
  page: Page,
  site: ServedSite,
  look: Look,
  arrive?: Look,
): Promise<number> {
  const figures = await figuresOf(site.dist);
  for (const [path, shown] of Map.groupBy(figures, ([, path]) => path)) {
    await page.goto(path);
    for (const each of arrive === undefined ? [look] : [arrive, look]) {
      for (const [name] of shown) await test.step(name, () => each(new FigureOnPage(page, name), name));
    }
  }
  return figures.length;
}

/** The numbers of a figure's table, in full. */
export async function numbersOf(host: Locator): Promise<readonly string[]> {
  return host
    .locator("data[data-quantity]")
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute("value") ?? ""));
}

/** The handles that are there at the start; moving one may hide another. */
export async function gripsOf({ host }: FigureOnPage): Promise<Locator[]> {
  const all = await host.locator(".picture .grip").all();
  const visible = await Promise.all(all.map((grip) => grip.isVisible()));
  return all.filter((_, index) => visible[index]);
}

/** Whether a figure shows anything else than before within a fifth of a second. */
export async function isMoved(figure: FigureOnPage, before: readonly string[]): Promise<boolean> {
  const deadline = Date.now() + 200;
  while ((await stateOf(figure)).join() === before.join()) if (Date.now() > deadline) return false;
  return true;
}

/** What a reader has set, and what is computed of it. */
export async function stateOf({ host }: FigureOnPage): Promise<readonly string[]> {
  const controls = host.locator(".parameter:not([hidden]) .printed");
  return [
    ...(await controls.evaluateAll((all) => all.map((each) => each.textContent ?? ""))),
    ...(await numbersOf(host)),
  ];
}
