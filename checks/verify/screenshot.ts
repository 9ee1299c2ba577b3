import { join } from "node:path";
import type { Page } from "playwright";
import type { Outcome } from "./outcome.ts";

/** At most so many pictures are taken of one page: what failed a hundred times looks the same. */
const most = 20;

/** Takes a picture of each failure's place in the page, into a folder; without one, none. */
export async function photograph(
  page: Page,
  outcomes: readonly Outcome[],
  folder: string | undefined,
): Promise<Outcome[]> {
  if (folder === undefined) return [...outcomes];
  const pictured: Outcome[] = [];
  let taken = 0;
  for (const outcome of outcomes) {
    const isTaken = outcome.status === "failed" && taken++ < most;
    const screenshot = isTaken ? await take(page, outcome, folder, taken) : undefined;
    pictured.push(screenshot === undefined ? outcome : { ...outcome, screenshot });
  }
  return pictured;
}

async function take(page: Page, { route, address }: Outcome, folder: string, index: number): Promise<string> {
  const [path = "", anchor = ""] = address.split("#");
  const name = `${[path, route, anchor, index].join("-").replace(/[^\w]+/g, "-")}.png`;
  // one failure is told from its neighbours by a frame, which goes with the picture
  await frame(page, anchor, "3px solid #d00");
  await page.screenshot({ path: join(folder, name) });
  await frame(page, anchor, "");
  return name;
}

/** Brings an element to the middle of the screen and puts a frame around it; nothing where the page lacks it. */
async function frame(page: Page, id: string, outline: string): Promise<void> {
  const given = { id, outline };
  await page.evaluate((asked) => {
    const element = document.getElementById(asked.id);
    if (element === null) return;
    element.scrollIntoView({ block: "center" });
    element.style.outline = asked.outline;
    element.style.outlineOffset = asked.outline === "" ? "" : "3px";
  }, given);
}
