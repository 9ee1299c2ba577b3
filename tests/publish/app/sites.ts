/** A page of a site for tests, with a figure or without. */
export function pageText(entries: readonly string[], body = ""): string {
  const scripts = entries.map((name) => `<script type="module" src="/_astro/${name}"></script>`);
  const head = [
    '<meta property="og:site_name" content="Divergence, one course">',
    '<meta name="ansatz-build" content="b1">',
  ];
  return `<!doctype html><html lang="en" data-root="/">${head.join("")}<body>${body}${scripts.join("")}</body></html>`;
}

/** A course of a page without a figure, a page with one, and a page that offers files. */
export const course = {
  "index.html": pageText(["Page.js"]),
  "p/index.html": pageText(["Page.js", "Figure.js"], "<ansatz-figure></ansatz-figure>"),
  "offline/index.html": pageText(["Page.js"], "<div data-downloads><p>This site offers no files.</p></div>"),
  "404.html": pageText(["Page.js", "Missing.js"]),
  "search-index.js": "ansatzSearch({});",
  "checks.json": "{}",
  "cards/p.png": "picture",
  "p/picture.svg": "<svg/>",
  "_astro/face.woff2": "face",
  "_astro/face.woff": "face",
  "_astro/style.css": "p{}",
  "_astro/Page.js": 'import "./shared.js"; import("./dialog.js");',
  "_astro/Figure.js": 'import "./shared.js"; import("./live.js");',
  "_astro/Missing.js": "resolve();",
  "_astro/shared.js": "export const a = 1;",
  "_astro/dialog.js": "export const b = 1;",
  "_astro/live.js": 'import("./tensors.js");',
  "_astro/tensors.js": "export const c = 1;",
  "_astro/worker.js": "export const d = 1;",
};
