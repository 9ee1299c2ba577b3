import type { CompiledProblem } from "../../markdown/index.ts";
import { abbreviateFormulas } from "./abbreviate.ts";

/** What a reader sees of a page, without its title: its text, and a word for each formula, image and hole. */
export function visibleText({ segments }: CompiledProblem): string {
  return segments
    .map((segment) => (typeof segment === "string" ? segment : " hole "))
    .join("")
    .replace(/<(?:img|span class="katex")[^>]*>/g, " formula ")
    .replace(/<[^>]*>/g, "")
    .trim();
}

/** Marks of Markdown that stand in the text of a page: somebody meant them, and nobody said that they failed. */
export function leftOver({ segments }: CompiledProblem): string[] {
  const html = segments.filter((segment) => typeof segment === "string").join("");
  const text = abbreviateFormulas(html)
    .replace(/<section class="block block-attempt"[\s\S]*?<\/section>/g, "")
    .replace(/<(code|pre)\b[\s\S]*?<\/\1>/g, "")
    .replace(/<span class="katex">[^<]*<\/span>/g, "")
    .replace(/<[^>]*>/g, "\n");
  return text.match(/^[ \t]*:{3,}.*$|\$\$|^\s*::\w+.*$|\\(?:label|begin|end)\{.*$/gm) ?? [];
}
