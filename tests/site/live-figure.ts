import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";

/** A figure that a reader has taken over: its numbers, controls and buttons, found as a reader finds them. */
export class FigureOnPage {
  readonly host: Locator;
  readonly #page: Page;

  constructor(page: Page, name: string) {
    this.#page = page;
    // `light`: looked for by the browser itself, for which a query takes a tenth of the time in a page of many formulas
    this.host = page.locator(`css:light=ansatz-figure[data-figure="${name}"]`);
  }

  /** Scrolls to the figure and waits until it is live. */
  async wake(): Promise<this> {
    await this.host.scrollIntoViewIfNeeded();
    await expect(this.host).toHaveAttribute("data-state", "live");
    return this;
  }

  /** A quantity as the page computes it, in full. */
  async quantity(name: string): Promise<number> {
    return Number(await this.host.locator(`data[data-quantity="${name}"]`).getAttribute("value"));
  }

  /** A quantity as tf.js has computed it. */
  accelerated(name: string): Locator {
    return this.host.locator(`data[data-accelerated="${name}"]`);
  }

  parameter(name: string): Locator {
    return this.host.locator(`[data-parameter="${name}"]`);
  }

  field(name: string): Locator {
    return this.parameter(name).locator('input[type="number"]');
  }

  track(name: string): Locator {
    return this.parameter(name).locator('input[type="range"]');
  }

  grip(name: string, panel = 0): Locator {
    return this.host.locator(".picture .panel").nth(panel).locator(`[data-grip="${name}"]`);
  }

  press(action: string): Promise<void> {
    return this.host.locator(`button[data-action="${action}"]`).click();
  }

  get status(): Locator {
    return this.host.getByRole("status");
  }

  get player(): Locator {
    return this.host.locator(".player");
  }

  /** Has a backend compute, and waits until it has. */
  async compute(backend: string): Promise<void> {
    await this.host.getByLabel("Computed by").selectOption(backend);
    await expect(this.host).toHaveAttribute("data-backend", backend, { timeout: 60_000 });
  }

  /** Drags an element by so many pixels with the mouse. */
  async drag(element: Locator, across: number, up = 0): Promise<void> {
    const box = await element.boundingBox();
    if (box === null) throw new Error("there is nothing to drag");
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await this.#page.mouse.move(x, y);
    await this.#page.mouse.down();
    await this.#page.mouse.move(x + across / 2, y - up / 2);
    await this.#page.mouse.move(x + across, y - up);
    await this.#page.mouse.up();
  }
}

/** Every figure of a built site, with the address of the page that shows it. */
export async function figuresOf(dist: string): Promise<readonly (readonly [name: string, page: string])[]> {
  const files = (await readdir(dist, { recursive: true })).filter((each) => each.endsWith("index.html"));
  const found = await Promise.all(
    files.sort().map(async (file) => {
      const html = await readFile(join(dist, file), "utf8");
      const names = [...html.matchAll(/<ansatz-figure[^>]* data-figure="([^"]+)"/g)];
      return names.map(([, name = ""]) => [name, file.replace(/index\.html$/, "")] as const);
    }),
  );
  return found.flat();
}
