import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { findElement, parseElements } from "../html.ts";
import { iconSizes, readColours } from "./icon.ts";

/** The file by which browsers install a site; addresses are relative to itself, so that it knows no base path. */
export async function renderWebManifest(folder: string): Promise<string> {
  const page = parseElements(await readFile(join(folder, "index.html"), "utf8"));
  const title = findElement(page, "meta", "content", ["property", "og:site_name"]) ?? "Course";
  const description = findElement(page, "meta", "content", ["name", "description"]);
  const { ground } = readColours();
  const manifest = {
    name: title,
    short_name: shorten(title),
    ...(description && { description }),
    lang: findElement(page, "html", "lang") ?? "en",
    start_url: "../",
    scope: "../",
    // a course is read by its links: the way back belongs to it
    display: "minimal-ui",
    background_color: ground,
    theme_color: ground,
    icons: iconSizes.map(({ name, size, purpose }) => ({
      src: `${name}.png`,
      sizes: `${size}x${size}`,
      type: "image/png",
      purpose,
    })),
  };
  return `${JSON.stringify(manifest, null, 1)}\n`;
}

/** What has room below an icon: the title up to its first comma or colon, at most 30 characters, whole words. */
function shorten(title: string): string {
  const [head = title] = title.split(/[,:–—]/, 1);
  return head.length <= 30 ? head.trim() : head.slice(0, 31).replace(/\s+\S*$/, "");
}
