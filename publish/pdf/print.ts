import type { Browser, Page } from "playwright";
import { readDocument } from "./document.ts";
import { fitToMeasure, markPlaces, numberContents, numberPages, readHeadings } from "./in-page.ts";
import { elsewhere, type PrintedPart } from "./join.ts";
import { destinationsOf, numbersIn, pagesOf } from "./objects.ts";

/** No host: the page must not know a path of the machine, for links to places in it are written with its address. */
const address = "http://printout.invalid/";

/** The width between the margins of `pdf.css`, 182 mm, in CSS pixels: what is measured here is then as it is printed. */
const viewport = { width: 688, height: 1000 };

/**
 * Prints the pages of a printout one after the other, their numbers running on, and then the first of them anew with
 * the numbers in its contents, which have their place already. Each page needs nothing beside it: whatever else it asks
 * for is an error.
 */
export async function printParts(browser: Browser, printout: readonly string[]): Promise<PrintedPart[]> {
  const parts: PrintedPart[] = [];
  const numbers = new Map<string, number>();
  let printed = 0;
  for (const html of printout) {
    const part = await printPart(browser, html, async (page) => {
      await page.evaluate(numberPages, printed);
    });
    const pages = pagesOf(part.document);
    for (const [id, { place }] of destinationsOf(part.document)) {
      const at = pages.indexOf(numbersIn(place)[0] ?? 0);
      if (at !== -1 && !numbers.has(id)) numbers.set(id, printed + at + 1);
    }
    parts.push(part);
    printed += pages.length;
  }
  const [first = "", ...others] = printout;
  if (others.length === 0) return parts;
  const contents = await printPart(browser, first, async (page) => {
    await page.evaluate(numberContents, [...numbers]);
  });
  return [contents, ...parts.slice(1)];
}

async function printPart(
  browser: Browser,
  html: string,
  prepare: (page: Page) => Promise<void>,
): Promise<PrintedPart> {
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
    await prepare(page);
    await page.evaluate(fitToMeasure);
    await page.evaluate(markPlaces, elsewhere);
    const headings = await page.evaluate(readHeadings);
    const pdf = await page.pdf({
      preferCSSPageSize: true,
      tagged: true,
      outline: true,
      printBackground: true,
    });
    if (asked.length > 0) throw new Error(`the printed page asked for ${asked.join(", ")}`);
    return { document: readDocument(pdf), headings };
  } finally {
    await context.close();
  }
}
