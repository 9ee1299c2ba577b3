import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { ensureChromium } from "../tests/site/browser.ts";
import { FigureOnPage, figuresOf } from "../tests/site/live-figure.ts";
import { serve } from "../tests/site/static-server.ts";
import { dragSliders, liveAfter, watchLongTasks } from "./figure-timings.ts";
import { ScriptSizes } from "./script-sizes.ts";
import { align } from "./table.ts";
import { landscapeTimes, resultTimes, runSpeeds } from "./tensor-timings.ts";

/**
 * `npm run bench:experiments`: what each figure of a built site costs a reader, in a real browser. Software adapters
 * are asked for by name, so that every backend is measured on every machine; the table says which device it was.
 */
const { values } = parseArgs({
  options: {
    dist: { type: "string", default: "dist" },
    changes: { type: "string", default: "60" },
    only: { type: "string", default: "" },
    backends: { type: "string", default: "webgpu,webgl,cpu,plain" },
  },
});
const backends = values.backends.split(",");
const server = await serve(values.dist);
const browser = await chromium.launch(ensureChromium());
try {
  const rows = [["", "live after", "drag median", "drag 95 %", "long tasks", "longest"]];
  const sizes = [["", "at load", "alive", "after all backends"]];
  const tensorRows: string[][] = [];
  for (const [name, path] of await figuresOf(values.dist)) {
    if (values.only !== "" && values.only !== name) continue;
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await watchLongTasks(page);
    const scripts = new ScriptSizes(page);
    await page.goto(`${server.url}${path}`);
    const atLoad = await scripts.total();
    const figure = await new FigureOnPage(page, name).wake();
    const live = await liveAfter(figure);
    const alive = await scripts.total();
    const { median, high, tasks, longest } = await dragSliders(page, figure, Number(values.changes));
    rows.push([name, ms(live), ms(median), ms(high), String(tasks), ms(longest)]);
    for (const backend of backends) {
      tensorRows.push(...(await resultTimes(figure, backend)).map((row) => [name, ...row]));
      tensorRows.push(...(await landscapeTimes(figure, backend)).map((row) => [name, ...row]));
      tensorRows.push(...(await runSpeeds(figure, backend)).map((row) => [name, ...row]));
    }
    sizes.push([name, atLoad, alive, await scripts.total()]);
    await page.close();
  }
  console.log(`On the page's own thread, over ${values.changes} changes of each slider:\n${align(rows)}\n`);
  console.log(`JavaScript fetched for a figure's page, in kB (compressed):\n${align(sizes)}\n`);
  console.log(`In the worker:\n${align([["", "what", "on", "took", "× plain"], ...tensorRows])}`);
} finally {
  await browser.close();
  await server.close();
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}
