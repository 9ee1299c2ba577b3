import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { digestOf } from "../../course/digest.ts";

/**
 * A digest of whatever decides how a card looks, besides what it says: this folder's code, the colours, the signs, and
 * what is installed.
 */
export function cardsVersion(house: string = fileURLToPath(new URL("../..", import.meta.url))): string {
  const code = readdirSync(join(house, "anchors/cards"))
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => `anchors/cards/${name}`);
  const others = ["styles/tokens.css", "styles/signs.css", "node_modules/.package-lock.json"];
  const paths = [...code, ...others].map((name) => join(house, name)).filter((path) => existsSync(path));
  return digestOf(...paths.map((path) => readFileSync(path, "utf8")));
}
