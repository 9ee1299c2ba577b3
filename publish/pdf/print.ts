import type { Browser } from "playwright";
import { fitToMeasure, readHeadings } from "./in-page.ts";

/** No host: the page must not know a path of the machine, for links to places in it are written with its address. */
const address = "http://printout.invalid/";

/** The width between the margins of `pdf.css`, 182 mm, in CSS pixels: what is measured here is then as it is printed. */
const viewport = { width: 688, height: 1000 };

/** What Chromium printed, and the words of the headings that it put into the outline. */
export interface Printed {
  readonly pdf: Uint8Array;
  readonly headings: readonly string[];
}

/** Prints a page that needs nothing beside it; whatever else it asks for is an error. */
export async function printPdf(browser: Browser, html: string): Promise<Printed> {
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: "light", viewport });
  try {
    const asked: string[] = [];
    await context.route("**", (route) => {
      const url = route.request().url();
      if (url === address) return route.fulfill({ contentType: "text/html; charset=utf-8", body: html });
      asked.push(url);
      return route.abort();
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10 * 60_000);
    await page.goto(address);
    await page.emulateMedia({ media: "print" });
    await page.evaluate(fitToMeasure);
    const headings = await page.evaluate(readHeadings);
    const pdf = await page.pdf({
      preferCSSPageSize: true,
      tagged: true,
      outline: true,
      printBackground: true,
    });
    if (asked.length > 0) throw new Error(`the printed page asked for ${asked.join(", ")}`);
    return { pdf, headings };
  } finally {
    await context.close();
  }
}
