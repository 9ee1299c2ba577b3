import type { Page } from "@playwright/test";
import type { FigureOnPage } from "../tests/site/live-figure.ts";

/** Notes every task of the page's own thread that takes over 50 ms, from now on. */
export async function watchLongTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tasks: number[] = Object.assign(window, { longTasks: [] }).longTasks;
    const note = (list: PerformanceObserverEntryList) =>
      tasks.push(...list.getEntries().map((e) => e.duration));
    new PerformanceObserver(note).observe({ type: "longtask", buffered: true });
    const live = Object.assign(window, {
      liveTimes: new Map<Element, readonly [number, number]>(),
    }).liveTimes;
    new MutationObserver((records) => {
      for (const { target } of records) {
        const state = (target as HTMLElement).dataset["state"];
        const [start = performance.now()] = live.get(target as Element) ?? [];
        if (state === "loading" || state === "live") live.set(target as Element, [start, performance.now()]);
      }
    }).observe(document, { subtree: true, attributeFilter: ["data-state"] });
  });
}

/** Milliseconds from the moment at which a figure neared the screen to its first live frame. */
export function liveAfter({ host }: FigureOnPage): Promise<number> {
  return host.evaluate((element) => {
    const times = (window as unknown as { liveTimes: Map<Element, readonly [number, number]> }).liveTimes;
    const [start, end] = times.get(element) ?? [Number.NaN, Number.NaN];
    return end - start;
  });
}

/** What dragging costs on the page's own thread. */
export interface DragCost {
  /** Milliseconds from a change to the picture that shows it, after it was painted. */
  readonly median: number;
  /** The 95th percentile of the same. */
  readonly high: number;
  /** Tasks over 50 ms, and the longest, while it lasted. */
  readonly tasks: number;
  readonly longest: number;
}

/** Moves every slider that is shown from end to end, one change after another, as fast as pictures follow. */
export async function dragSliders(page: Page, { host }: FigureOnPage, changes: number): Promise<DragCost> {
  await page.evaluate(() => {
    (window as unknown as { longTasks: number[] }).longTasks.length = 0;
  });
  const times = await host.evaluate(async (element, count) => {
    const picture = element.querySelector(".picture");
    const tracks = [...element.querySelectorAll<HTMLInputElement>("[data-parameter]:not([hidden]) .track")];
    const nextPicture = () =>
      new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          requestAnimationFrame(() => resolve());
        });
        if (picture) observer.observe(picture, { childList: true, subtree: true });
        setTimeout(resolve, 5000);
      });
    const taken: number[] = [];
    for (const track of tracks) {
      for (let change = 0; change < count; change++) {
        const start = performance.now();
        const shown = nextPicture();
        track.value = String((change + 0.5) / count);
        track.dispatchEvent(new Event("input"));
        await shown;
        taken.push(performance.now() - start);
      }
      element.querySelector<HTMLButtonElement>('[data-action="reset"]')?.click();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return taken.sort((a, b) => a - b);
  }, changes);
  const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN;
  return { median: at(0.5), high: at(0.95), tasks: tasks.length, longest: Math.max(0, ...tasks) };
}
