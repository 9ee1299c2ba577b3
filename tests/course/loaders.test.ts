import { EventEmitter } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { LoaderContext } from "astro/loaders";
import { expect, test, vi } from "vitest";
import { problemLoader } from "../../course/loaders.ts";
import { temporaryCourse } from "./temporary-course.ts";

/** What Astro hands to a loader while developing, as far as ours needs it, and the titles that it has stored. */
function developmentOf(root: string) {
  const titles = new Map<string, string>();
  const watcher = new EventEmitter();
  const context = {
    config: { root: pathToFileURL(join(root, "/")), cacheDir: pathToFileURL(join(root, "cache/")) },
    logger: { warn: vi.fn(), error: vi.fn() },
    store: {
      clear: () => titles.clear(),
      set: ({ id, data }: { id: string; data: { title: string } }) => titles.set(id, data.title),
    },
    generateDigest: () => "",
    watcher,
  };
  const change = async (path: string, text: string) => {
    await writeFile(join(root, path), text);
    watcher.emit("all", "change", join(root, path));
  };
  return { context: context as unknown as LoaderContext, titles, change, logger: context.logger };
}

test("a file that changes while the course is compiled is compiled again", async () => {
  const long = `# Long\n\n${"A formula $x_1 = \\frac{1}{2}$.\n\n".repeat(1000)}`;
  const root = await temporaryCourse({ "content/a.md": "# One\n\nText.\n", "content/z.md": long });
  const { context, titles, change } = developmentOf(root);
  await problemLoader.load(context);
  expect(titles.get("a")).toBe("One");
  await change("content/z.md", `${long}More.\n`);
  await new Promise((resolve) => setTimeout(resolve, 60)); // it runs, and has read `a.md`
  await change("content/a.md", "# Two\n\nText.\n");
  await vi.waitFor(() => expect(titles.get("a")).toBe("Two"), { timeout: 20_000 });
}, 40_000);

test("an experiment that changes is checked against the text again", async () => {
  const root = await temporaryCourse({
    "content/a.md": "# One\n\nText.\n",
    "experiments/mini/index.ts": "export default 1;",
  });
  const { context, change, logger } = developmentOf(root);
  await problemLoader.load(context);
  const before = logger.warn.mock.calls.length;
  await change("experiments/mini/index.ts", "export default 2;");
  await vi.waitFor(() => expect(logger.warn.mock.calls.length).toBe(before + 1));
});
