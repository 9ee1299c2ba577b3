import type { Browser } from "playwright";
import { withoutDates } from "./dates.ts";

/** No host: the page must not know a path of the machine, for links to places in it are written with its address. */
const address = "http://printout.invalid/";

/** Prints a page that needs nothing beside it; whatever else it asks for is an error. */
export async function printPdf(browser: Browser, html: string): Promise<Uint8Array> {
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: "light" });
  try {
    const asked: string[] = [];
    await context.route("**", (route) => {
      const url = route.request().url();
      if (url === address) return route.fulfill({ contentType: "text/html; charset=utf-8", body: html });
      asked.push(url);
      return route.abort();
    });
    const page = await context.newPage();
    await page.goto(address, { timeout: 5 * 60_000 });
    const pdf = await page.pdf({
      preferCSSPageSize: true,
      tagged: true,
      outline: true,
      printBackground: true,
    });
    if (asked.length > 0) throw new Error(`the printed page asked for ${asked.join(", ")}`);
    return withoutDates(pdf);
  } finally {
    await context.close();
  }
}
