import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import katex from "katex";

const display = (tex: string) => katex.renderToString(tex, { displayMode: true });

/** A title that is markup where somebody forgot to escape it. */
export const title = 'Sets & <b>sums</b> "here" \\ σ';

const sum = Array.from({ length: 24 }, (_, index) => `\\frac{a_{${index}}}{b_{${index}}}`).join("+");
const cells = (name: string) =>
  Array.from({ length: 14 }, (_, index) => `<${name}>12.345${index}</${name}>`).join("");
const rows = Array.from(
  { length: 60 },
  (_, index) => `<tr><td>row ${index}</td><td>${index ** 2}</td></tr>`,
).join("");
const code = Array.from(
  { length: 120 },
  (_, index) => `line_${index} = compute(${"x, ".repeat(index % 40)})`,
).join("\n");

const statement = `<section class="block block-statement"><p class="block-label">Statement</p>
<p>Wider than any paper: <a href="#one">part (a)</a>.</p>
<div class="equation" id="eq:wide">${display(`\\left(${sum}\\right)`)}</div>
<div class="table"><table><tr>${cells("th")}</tr><tr>${cells("td")}</tr></table></div>
<div class="table"><table><thead><tr><th>name</th><th>square</th></tr></thead>${rows}</table></div>
<div class="code"><pre><code>${code}</code></pre></div>
<p>${"Donaudampfschifffahrt".repeat(12)}</p></section>`;

const parts = `<h2 id="one" class="part"><span class="part-letter">(a)</span> What ${katex.renderToString("Q")} sees</h2>
<details class="block block-hint"><summary><span class="block-label">Hint</span></summary><div class="block-body"><p>Look twice.</p></div></details>
<section class="block block-solution"><p class="block-label">Solution</p><h3>The way</h3><p>It is as wide as it is long.</p></section>`;

/** Writes a built site with an assignment of one problem that holds what no paper is made for, and with an empty one. */
export async function writePaperSite(folder: string): Promise<void> {
  const styles = await readFile(fileURLToPath(import.meta.resolve("katex/dist/katex.min.css")), "utf8");
  const files = {
    "index.html": page("course", "Paper", '<main id="main"><a href="set/">Set</a></main>'),
    "set/index.html": assignment(title, '<a href="one/">One</a>'),
    "void/index.html": assignment("Nothing", ""),
    "set/one/index.html": page(
      "problem",
      `Problem 1: ${title}`,
      `<main id="main" class="page"><h1>${escapeText(title)}</h1><article class="prose">${statement}${parts}</article></main>`,
    ),
    "katex.css": `body { margin: 0 } ${styles.replaceAll(/@font-face\{[^}]*\}/g, "")}`,
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

function assignment(name: string, links: string): string {
  const header = `<header class="course-header"><h1>${escapeText(name)}</h1></header>`;
  return page("assignment", name, `<main id="main" class="page">${header}${links}</main>`);
}

function page(kind: string, name: string, content: string): string {
  return `<!doctype html><html lang="en" data-root="/"><head><meta charset="utf-8"><title>${escapeText(name)}</title>
<meta name="ansatz-page" content="${kind}"><meta property="og:title" content="${escapeText(name)}"><meta property="og:site_name" content="Paper &amp; ink">
<link rel="stylesheet" href="/katex.css"></head><body>${content}</body></html>`;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
