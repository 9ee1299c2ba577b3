import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";

/** How much JavaScript a page has fetched so far, in kB, as it is and compressed. */
export class ScriptSizes {
  readonly #sizes = new Map<string, Promise<readonly [number, number]>>();

  /** Listens from now on, workers included. */
  constructor(page: Page) {
    page.on("response", (response) => {
      if (!/\.js($|\?)/.test(response.url())) return;
      const sizes = response.body().then((body) => [body.length, gzipSync(body).length] as const);
      this.#sizes.set(
        response.url(),
        sizes.catch(() => [0, 0] as const),
      );
    });
  }

  /** Total, and compressed, as "312 (104)". */
  async total(): Promise<string> {
    const sizes = await Promise.all(this.#sizes.values());
    const sum = (at: 0 | 1) => sizes.reduce((total, size) => total + size[at], 0) / 1000;
    return `${sum(0).toFixed(0)} (${sum(1).toFixed(0)})`;
  }
}
