import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { collectDiskComplaints } from "./crawl.ts";
import { expect, test } from "./exported.ts";

test("from disk, links show places of their own page and of others, and lead there", async ({
  page,
  folderOf,
}) => {
  const folder = await folderOf("previews");
  const complaints = collectDiskComplaints(page, folder);
  await page.goto(pathToFileURL(join(folder, "homework/coins/index.html")).href);
  await page.locator("details").evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute("open", "");
  });
  const previews = page.locator(".preview");
  const solution = page.locator(".block-solution");
  await solution.getByRole("link", { name: "(1)", exact: true }).first().hover();
  await expect(previews).toContainText("Problem 1, equation (1)");
  await solution.getByRole("link", { name: "problem 2, part (b)" }).hover();
  await expect(previews).toContainText("How far away is the walk");
  await previews.getByRole("link", { name: "problem 1, part (a)" }).hover();
  await expect(previews.last()).toContainText("mean number of heads");
  await previews
    .last()
    .getByRole("link", { name: /^Problem 1/ })
    .click();
  await page.waitForURL(/homework\/coins\/index\.html#a$/);
  expect(complaints).toEqual([]);
});
