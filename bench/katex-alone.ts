import { readFileSync } from "node:fs";
import katex from "katex";
import { katexOptions } from "../markdown/remark-formulas.ts";
import type { Formula } from "./formulas.ts";

/** Renders the formulas of a JSON file, and does nothing else: the measure that a build is held against. */
const [path = ""] = process.argv.slice(2);
const formulas = JSON.parse(readFileSync(path, "utf8")) as Formula[];
const options = katexOptions({});
let length = 0;
for (const { tex, isDisplay } of formulas)
  length += katex.renderToString(tex, { ...options, displayMode: isDisplay, throwOnError: true }).length;
console.log(length);
