import { type DiskPage, until } from "./disk-page.ts";

/** What a figure shows after a reader has moved something: its parameters and quantities, as printed. */
export type Shown = readonly string[];

/**
 * Makes a figure live, drags its first handle by the mouse, one way or the other (or, where that moves nothing, its
 * first slider by keys), and returns what it then shows. Throws if nothing has moved.
 */
export async function moveFigure(page: DiskPage, name: string): Promise<Shown> {
  await page.evaluate(async (figure) => {
    await document.fonts.ready;
    document.querySelector(`ansatz-figure[data-figure="${figure}"]`)?.scrollIntoView({ block: "center" });
  }, name);
  await until(`the figure ${name} to be live`, () => page.evaluate(isLive, name));
  await settled(page, name);
  const start = await page.evaluate(readParameters, name);
  const isMoved = async () => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    return (await page.evaluate(readParameters, name)).join() !== start.join();
  };
  const ways = [() => drag(page, name, 15, -4), () => drag(page, name, -15, 4), () => moveSlider(page, name)];
  for (const way of ways) {
    await way();
    if (await isMoved()) return settled(page, name);
  }
  throw new Error(`nothing moves the figure ${name}`);
}

async function drag(page: DiskPage, name: string, across: number, down: number): Promise<void> {
  const handle = await page.evaluate(findHandle, name);
  if (handle === undefined) return;
  await page.mouse.move(handle.x, handle.y);
  await page.mouse.down();
  for (const step of [1, 2, 3, 4]) await page.mouse.move(handle.x + across * step, handle.y + down * step);
  await page.mouse.up();
}

async function moveSlider(page: DiskPage, name: string): Promise<void> {
  await page.evaluate(focusSlider, name);
  for (const key of ["Home", "PageUp", "ArrowRight"]) await page.keyboard.press(key);
}

/** Has tf.js compute what a figure shows, and returns its numbers; undefined where the figure does not use tf.js. */
export async function accelerate(page: DiskPage, name: string, backend: string): Promise<Shown | undefined> {
  for (let wait = 0; wait < 30 && !(await page.evaluate(offersBackends, name)); wait++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (!(await page.evaluate(offersBackends, name))) return undefined;
  await page.evaluate(chooseBackend, { name, backend });
  await until(`${backend} to compute ${name}`, () => page.evaluate(hasComputed, { name, backend }), 120_000);
  return page.evaluate(readNumbers, { name, attribute: "data-accelerated" });
}

/** What a figure shows when it has not changed for a while: heavy experiments compute in the worker. */
async function settled(page: DiskPage, name: string): Promise<Shown> {
  let [last, since] = [await shown(page, name), Date.now()];
  await until(`the figure ${name} to come to rest`, async () => {
    const now = await shown(page, name);
    if (now.join() !== last.join()) [last, since] = [now, Date.now()];
    return Date.now() - since > 700;
  });
  return last;
}

async function shown(page: DiskPage, name: string): Promise<Shown> {
  const values = await page.evaluate(readParameters, name);
  return [...values, ...(await page.evaluate(readNumbers, { name, attribute: "data-quantity" }))];
}

// What follows runs in the page, each function by itself.

function isLive(name: string): boolean {
  return document.querySelector(`ansatz-figure[data-figure="${name}"][data-state="live"]`) !== null;
}

function readParameters(name: string): string[] {
  const places = document.querySelectorAll(`[data-figure="${name}"] .parameter:not([hidden]) .printed`);
  return [...places].map(({ textContent }) => textContent ?? "");
}

function readNumbers({ name, attribute }: { name: string; attribute: string }): string[] {
  const places = document.querySelectorAll(`[data-figure="${name}"] data[${attribute}]`);
  return [...places].map((place) => `${place.getAttribute(attribute)}=${place.getAttribute("value")}`);
}

/** The middle of the first handle that is there to be taken. */
function findHandle(name: string): { x: number; y: number } | undefined {
  for (const grip of document.querySelectorAll(`[data-figure="${name}"] .picture .grip`)) {
    if (!grip.checkVisibility({ visibilityProperty: true })) continue;
    grip.scrollIntoView({ block: "center" });
    const { x, y, width, height } = grip.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }
  return undefined;
}

function focusSlider(name: string): void {
  const track = document.querySelector<HTMLElement>(
    `[data-figure="${name}"] .parameter:not([hidden]) .track`,
  );
  track?.focus();
}

function offersBackends(name: string): boolean {
  return (
    document.querySelector(`[data-figure="${name}"] select[aria-label="Computed by"]:not([hidden])`) !== null
  );
}

function chooseBackend({ name, backend }: { name: string; backend: string }): void {
  const lists = `[data-figure="${name}"] select[aria-label="Computed by"]`;
  const list = document.querySelector<HTMLSelectElement>(lists);
  if (list) list.value = backend;
  list?.dispatchEvent(new Event("change", { bubbles: true }));
}

function hasComputed({ name, backend }: { name: string; backend: string }): boolean {
  const figure = document.querySelector<HTMLElement>(`[data-figure="${name}"]`);
  return figure?.dataset["backend"] === backend;
}
