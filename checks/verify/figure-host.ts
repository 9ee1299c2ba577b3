import type { ElementHandle, Page } from "playwright";

/** What runs in the page on a figure's element. */
type InPage<T> = (host: HTMLElement, given: T) => boolean;

/**
 * The element of one figure. It is found once: a query over a whole page of formulas takes Playwright tens of
 * milliseconds, and one below the figure takes none.
 */
export class FigureHost {
  readonly element: ElementHandle<HTMLElement>;

  constructor(element: ElementHandle<HTMLElement>) {
    this.element = element;
  }

  /** The element of an experiment's first figure in a page, with all unfolded that a reader would have to open. */
  static async find(page: Page, name: string): Promise<FigureHost | undefined> {
    const found = await page.$(`ansatz-figure[data-experiment="${name}"]`);
    if (found === null) return undefined;
    const host = found as ElementHandle<HTMLElement>;
    await host.evaluate((element: HTMLElement) => {
      for (let fold = element.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
        fold.open = true;
    });
    await host.scrollIntoViewIfNeeded();
    return new FigureHost(host);
  }

  /** Asks the page again and again, since its Content-Security-Policy keeps it from being told what to wait for. */
  async until<T>(isSo: InPage<T>, given: T, timeout: number): Promise<boolean> {
    const deadline = Date.now() + timeout;
    while (!(await this.element.evaluate(isSo as InPage<unknown>, given))) {
      if (Date.now() > deadline) return false;
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    return true;
  }

  /** What is below the figure's element; throws where it is not there. */
  async part(selector: string): Promise<ElementHandle<HTMLElement | SVGElement>> {
    const found = await this.element.$(selector);
    if (found === null) throw new Error(`the figure has no ${selector}`);
    return found;
  }

  /** The texts that the figure's element carries for those who check it. */
  async marks(): Promise<Readonly<Record<string, string | undefined>>> {
    return this.element.evaluate((host) => ({ ...host.dataset }));
  }
}
