import type { Code, Root, RootContent } from "mdast";
import { bundledLanguages, codeToHtml, createCssVariablesTheme, type ShikiTransformer } from "shiki";
import type { VFile } from "vfile";
import { suggest } from "../mistakes/suggest.ts";
import { report, sliceOf } from "./compilation.ts";
import { raw } from "./element.ts";
import { visit } from "./visit.ts";

const theme = createCssVariablesTheme({ name: "ansatz", variablePrefix: "--shiki-", fontStyle: true });
const plain = new Set(["", "text", "txt", "plain"]);

/**
 * Highlights code while the site is built, in colours that the style sheet sets, and numbers its lines on demand.
 *
 * In:  ```` ```python numbered start=9 ````
 * Out: `<div class="code"><pre class="shiki numbered" style="--first-line:9"><code><span class="line">…`
 */
export default function remarkCode() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const found: { node: Code; index: number; parent: { children: RootContent[] } }[] = [];
    visit(tree, "code", (node: Code, index, parent) => {
      checkFence(node, file);
      if (parent !== undefined && index !== undefined) {
        found.push({ node, index, parent: parent as { children: RootContent[] } });
      }
    });
    for (const { node, index, parent } of found) {
      const html = await highlight(node, file);
      parent.children[index] = raw(`<div class="code">${html}</div>`) as RootContent;
    }
  };
}

async function highlight(node: Code, file: VFile): Promise<string> {
  const language = (node.lang ?? "").toLowerCase();
  const isKnown = plain.has(language) || Object.hasOwn(bundledLanguages, language);
  if (!isKnown) reportLanguage(node, file);
  const lang = isKnown && !plain.has(language) ? language : "text";
  return codeToHtml(node.value, { lang, theme, transformers: [dress(node, file)] });
}

/** Marks numbered code, and makes it reachable by keyboard, since long lines scroll. */
function dress(node: Code, file: VFile): ShikiTransformer {
  const { isNumbered, start } = parseMeta(node, file);
  return {
    name: "ansatz",
    pre(element) {
      delete element.properties["style"];
      element.properties["class"] = isNumbered ? "shiki numbered" : "shiki";
      element.properties["tabindex"] = "0";
      if (isNumbered && start !== 1) element.properties["style"] = `--first-line:${start}`;
    },
  };
}

function parseMeta(node: Code, file: VFile): { isNumbered: boolean; start: number } {
  let isNumbered = false;
  let start = 1;
  for (const word of (node.meta ?? "").split(/\s+/).filter(Boolean)) {
    const first = /^start=(\d+)$/.exec(word)?.[1];
    if (word === "numbered") isNumbered = true;
    else if (first !== undefined) start = Number(first);
    else reportMeta(node, word, file);
  }
  return { isNumbered, start };
}

function checkFence(node: Code, file: VFile): void {
  const slice = sliceOf(node, file);
  const fence = /^(`{3,}|~{3,})/.exec(slice)?.[1];
  if (fence === undefined || node.position?.source !== undefined) return;
  const last = slice.split("\n").at(-1)?.trim() ?? "";
  const isClosed = slice.includes("\n") && last.startsWith(fence) && /^(`+|~+)$/.test(last);
  if (isClosed) return;
  report(file, node, {
    rule: "unclosed-code",
    what: `A code block opened by “${fence}” is not closed`,
    hint: `Write “${fence}” on a line of its own behind the code.`,
  });
}

function reportLanguage(node: Code, file: VFile): void {
  const nearest = suggest(node.lang ?? "", Object.keys(bundledLanguages));
  report(file, node, {
    rule: "unknown-language",
    what: `Unknown language \`${node.lang}\` of a code block`,
    hint:
      nearest === undefined
        ? "Write `text` for no highlighting."
        : `Did you mean \`${nearest}\`? Write \`text\` for none.`,
  });
}

function reportMeta(node: Code, word: string, file: VFile): void {
  report(file, node, {
    rule: "unknown-code-option",
    what: `Unknown option \`${word}\` of a code block`,
    hint: "Known: `numbered` and `start=9`.",
  });
}
