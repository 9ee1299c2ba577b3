import { once } from "node:events";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { checkCourse, runAstro, startAstro } from "./astro.ts";
import { copyProjectWith, house } from "./course-folder.ts";
import { expect, sitesFolder, test } from "./test.ts";

const plain = join(house, "tests/fixtures/plain/content");
const sound = "# Sums of squares\n\nThe first is $1^2 = 1$.\n";
const broken = "# Sums of squares\n\nThe first is $\\frac{1}{1$.\n";

test("a build with a mistake names its place, ends with 1 and leaves the last good site as it was", async () => {
  const folder = await openCourse("mistaken");
  expect((await runAstro(folder, "build")).code).toBe(0);
  const page = join(folder, "dist/squares/index.html");
  const good = await readFile(page, "utf8");
  await writeFile(join(folder, "dist/sentinel.txt"), "as it was");
  await writeFile(join(folder, "content/squares.md"), broken);
  await writeFile(join(folder, "content/new.md"), "# New\n\n:::hint\nunclosed\n");
  const { code, output } = await runAstro(folder, "build");
  expect(code).toBe(1);
  expect(output).toMatch(/^content\/squares\.md:3:\d+ {2}error: Broken TeX/m);
  expect(output).toMatch(/^content\/new\.md:3:1 {2}error: /m);
  expect(output).toMatch(/^ {4}hint: /m);
  expect(output).toContain("2 errors in 2 files");
  expect(await readFile(page, "utf8")).toBe(good);
  expect(await readFile(join(folder, "dist/sentinel.txt"), "utf8")).toBe("as it was");
});

test("a figure's parameter that is no number, or out of range, is a mistake with a place", async () => {
  const folder = await openCourse("misset");
  const figure = (mean: string) => `# A figure\n\n::experiment{name="gaussian-fit" mean="${mean}"}\n`;
  await writeFile(join(folder, "content/word.md"), figure("much"));
  await writeFile(join(folder, "content/far.md"), figure("1000"));
  const places = (await checkCourse(folder)).map(({ file, line, column }) => `${file}:${line}:${column}`);
  expect(places).toEqual(["content/far.md:3:1", "content/word.md:3:1"]);
});

test("while developing, a mistake is shown in the page, the site stays up, and mending it removes the report", async ({
  page,
}) => {
  test.setTimeout(10 * 60_000);
  const folder = await openCourse("developed");
  const file = join(folder, "content/squares.md");
  await writeFile(file, sound);
  const server = startAstro(folder, "dev", "--port", String(await freePort()), "--host", "127.0.0.1");
  try {
    const url = await addressOf(server.output);
    const report = page.locator(".report");
    await page.goto(`${url}squares/`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sums of squares");
    await expect(report).toHaveCount(0);
    await writeFile(file, broken);
    await expect(async () => {
      await page.goto(`${url}squares/`);
      await expect(report.locator(".place")).toHaveText(/^content\/squares\.md:3:\d+$/, { timeout: 3000 });
    }).toPass({ timeout: 3 * 60_000 });
    await expect(report).toContainText("Broken TeX");
    await expect(report).toContainText("1 error in 1 file");
    await writeFile(file, sound.replace("first", "mended"));
    await expect(async () => {
      await page.goto(`${url}squares/`);
      await expect(page.getByRole("main")).toContainText("The mended is", { timeout: 3000 });
    }).toPass({ timeout: 3 * 60_000 });
    await expect(report).toHaveCount(0);
    expect(server.process.exitCode).toBeNull();
  } finally {
    server.process.kill();
    if (server.process.exitCode === null) await once(server.process, "close");
  }
});

/** A copy of the project with the plain course in it. */
async function openCourse(name: string): Promise<string> {
  const folder = join(sitesFolder(), name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await copyProjectWith(plain, folder);
  return folder;
}

/** The address that a development server prints when it listens. */
async function addressOf(output: () => string): Promise<string> {
  for (let tries = 0; tries < 600; tries += 1) {
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(output())?.[0];
    if (address !== undefined) return address;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The development server names no address:\n${output()}`);
}

/** A port that nobody listens at. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}
