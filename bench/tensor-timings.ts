import { expect } from "@playwright/test";
import type { FigureOnPage } from "../tests/site/live-figure.ts";

/** What was measured, on which backend, how long it took, and that as a multiple of plain double precision. */
export type TensorRow = readonly [what: string, backend: string, took: string, ratio: string];

/** Runs are watched for this long. */
const watched = 3000;
/** Each measurement is taken so many times after one to warm up; the median counts. */
const repetitions = 3;

/** The whole result in tf.js, where the experiment has it. */
export async function resultTimes(figure: FigureOnPage, backend: string): Promise<TensorRow[]> {
  const seed = figure.host.locator(".track").first();
  await seed.press("ArrowRight");
  if ((await figure.host.locator("td.accelerated").count()) === 0 && !(await hasResult(figure))) return [];
  if (!(await choose(figure, backend))) return [];
  const times: number[] = [];
  for (let time = 0; time <= repetitions; time++) {
    await figure.host.evaluate((element) => element.removeAttribute("data-milliseconds"));
    await seed.press(time % 2 === 0 ? "ArrowLeft" : "ArrowRight");
    await expect(figure.host).toHaveAttribute("data-milliseconds", /./, { timeout: 60_000 });
    times.push(Number(await figure.host.getAttribute("data-milliseconds")));
  }
  return [["the result", backend, `${median(times.slice(1)).toFixed(0)} ms`, ""]];
}

/** Each landscape; its grid is finer on a GPU, so the multiple is per node. */
export async function landscapeTimes(figure: FigureOnPage, backend: string): Promise<TensorRow[]> {
  const rows: TensorRow[] = [];
  for (const button of await figure.host.locator('button[data-action^="landscape-"]').all()) {
    await button.click();
    const place = figure.host.locator(".landscape");
    await expect(place.locator("svg").first()).toBeVisible({ timeout: 60_000 });
    const plain = await nodeTime(figure, "plain");
    const { time, node } = backend === "plain" ? plain : await nodeTime(figure, backend);
    const quantity = (await button.getAttribute("data-action"))?.replace("landscape-", "") ?? "";
    const ratio = Number.isNaN(node) ? "" : `${(node / plain.node).toFixed(2)} a node`;
    if (!Number.isNaN(node)) rows.push([`landscape of ${quantity}`, backend, `${time.toFixed(0)} ms`, ratio]);
    await button.click();
  }
  return rows;
}

async function nodeTime(figure: FigureOnPage, backend: string): Promise<{ time: number; node: number }> {
  const place = figure.host.locator(".landscape");
  const times: number[] = [];
  for (let time = 0; time <= repetitions; time++) {
    await place.evaluate((element) => element.removeAttribute("data-milliseconds"));
    if (!(await choose(figure, backend)) && backend !== "plain")
      return { time: Number.NaN, node: Number.NaN };
    await expect(place)
      .toHaveAttribute("data-milliseconds", /./, { timeout: 60_000 })
      .catch(() => undefined);
    times.push(Number((await place.getAttribute("data-milliseconds")) ?? Number.NaN));
  }
  const time = median(times.slice(1));
  return { time, node: time / Number(await place.getAttribute("data-nodes")) };
}

/** Steps a second of each run, over a few seconds of playing. */
export async function runSpeeds(figure: FigureOnPage, backend: string): Promise<TensorRow[]> {
  const rows: TensorRow[] = [];
  for (const button of await figure.host.locator('button[data-action^="run-"]').all()) {
    const canChoose = await choose(figure, backend);
    if (!canChoose && backend !== "plain") continue;
    await button.click();
    const bar = figure.player.locator("progress");
    await expect(bar).toHaveAttribute("value", /./, { timeout: 60_000 });
    const [from, start] = [Number(await bar.getAttribute("value")), performance.now()];
    const isOver = () => figure.player.locator('[data-action="play"]').isDisabled();
    while (performance.now() - start < watched && !(await isOver()))
      await figure.host.page().waitForTimeout(50);
    const speed = ((Number(await bar.getAttribute("value")) - from) / (performance.now() - start)) * 1000;
    rows.push([((await button.textContent()) ?? "").trim(), backend, `${speed.toFixed(0)} steps/s`, ""]);
    await figure.press("stop");
  }
  return rows;
}

/** Whether the figure's whole result can be had from tf.js: it says what has computed it when a reader has acted. */
function hasResult({ host }: FigureOnPage): Promise<boolean> {
  return expect(host)
    .toHaveAttribute("data-backend", /./, { timeout: 5000 })
    .then(
      () => true,
      () => false,
    );
}

/** Has the reader choose a backend; false where the figure offers none. */
async function choose(figure: FigureOnPage, backend: string): Promise<boolean> {
  const list = figure.host.getByLabel("Computed by");
  if (!(await list.isVisible().catch(() => false))) return false;
  await list.selectOption(backend);
  await list.dispatchEvent("change");
  return true;
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
