/** What tests do with a page opened from disk, in any browser: Playwright's page and puppeteer's both can. */
export interface DiskPage {
  goto(url: string): Promise<unknown>;
  url(): string;
  evaluate<R>(read: () => R | Promise<R>): Promise<R>;
  evaluate<R, A>(read: (given: A) => R | Promise<R>, given: A): Promise<R>;
  readonly mouse: {
    move(x: number, y: number): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
  };
  readonly keyboard: {
    press(key: string): Promise<void>;
    type(text: string): Promise<void>;
  };
}

/** Waits until a page says so; throws what was waited for after so many milliseconds. */
export async function until(what: string, isSo: () => Promise<boolean>, patience = 60_000): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`waited ${patience / 1000} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
