import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { unified } from "@astrojs/markdown-remark";
import type { AstroIntegration } from "astro";
import rehypeKatex from "rehype-katex";
import remarkMath from "remark-math";
import { bodiesFolder } from "./course/loaders.ts";

/** The site's pages. A course needs no copy of them. */
const routes = {
  "/": "index.astro",
  "/topics": "topics.astro",
  "/topics/[topic]": "topic.astro",
  "/t/[tag]": "tag.astro",
  "/cards/[...card].png": "card.ts",
  "/anchors.json": "anchors-file.ts",
  "/checks": "checks.astro",
  "/checks.json": "manifest.ts",
  "/offline": "offline.astro",
  "/search-index.js": "search-index.ts",
  "/search/[...page].js": "search-formulas.ts",
  "/previews/[...page].js": "previews.ts",
  "/404": "404.astro",
  "/[...address]": "page.astro",
  "/[...moved]": "moved.astro",
  "/[...image]": "image.ts",
} as const;

/** What a course may choose; everything has a default. */
export interface AnsatzOptions {
  /**
   * Whether the served site can be installed and read without its server (true). Where it is false, a service worker
   * that the site had before clears what it has kept and goes.
   */
  readonly app?: boolean;
}

/**
 * Ansatz as an Astro integration: `defineConfig({integrations: [ansatz()]})` is all that a course configures.
 * It sets the content folder, adds the pages, and keeps styles and scripts in files, so that the
 * Content-Security-Policy needs no `unsafe-inline`.
 */
export default function ansatz({ app = true }: AnsatzOptions = {}): AstroIntegration {
  let hasSite = false;
  return {
    name: "ansatz",
    hooks: {
      "astro:build:start": ({ logger }) => {
        if (!hasSite) logger.warn(noSite);
      },
      // Last, for the worker is told the digest of every file. A module of its own: nothing else needs an image maker.
      "astro:build:done": async ({ dir, logger }) => {
        const { buildApp, retireApp } = await import("./publish/app/build-app.ts");
        if (!app) return retireApp(fileURLToPath(dir));
        const { files, later } = await buildApp(fileURLToPath(dir));
        logger.info(
          `${Object.keys(files).length} files can be kept offline, ${Object.keys(later).length} more on use`,
        );
      },
      "astro:config:setup": ({ config, command, updateConfig, injectRoute, logger }) => {
        hasSite = config.site !== undefined;
        const other = otherKatex();
        if (other !== undefined) logger.warn(other);
        updateConfig({
          srcDir: config.root,
          // The development server would look for a picture at `picture.svg/`.
          trailingSlash: command === "dev" ? "ignore" : "always",
          build: { format: "directory", inlineStylesheets: "never" },
          // For a course's own `pages/*.md`; problems have a pipeline of their own (`markdown/`).
          markdown: { processor: unified({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex] }) },
          vite: {
            plugins: [
              bodiesModule(bodiesFolder(config.cacheDir)),
              studioModule(),
              appModule(app && command === "build"),
            ],
            // The pages and the collections are source that Vite compiles, also where Ansatz is an installed package.
            ssr: { noExternal: ["ansatz"] },
            build: { assetsInlineLimit: 0 },
            // Chunks for the worker too: a backend of tf.js is loaded when it is used, not with the other two.
            worker: { format: "es", plugins: () => [withoutWebAssembly()] },
            // Under a root of `.`, Astro would read pages out of the tests and restart on every test's output.
            server: { watch: { ignored: ["**/tests/**", "**/export/**", "**/test-results/**"] } },
          },
        });
        for (const [pattern, file] of Object.entries(routes)) {
          injectRoute({ pattern, entrypoint: new URL(`./routes/${file}`, import.meta.url), prerender: true });
        }
      },
    },
  };
}

/** What a build without an address costs. */
const noSite =
  "No `site` is configured: pages have no canonical address, and links to them show no picture in chats and forums, " +
  'for which both want whole addresses. Add `site: "https://…"` to astro.config.mjs, or build with `--site`.';

/** A sentence about a second KaTeX beside ours, whose class names our style sheet would not know; if there is one. */
function otherKatex(): string | undefined {
  const versionFrom = (url: string) => createRequire(url)("katex/package.json").version as string;
  const own = versionFrom(import.meta.url);
  const other = versionFrom(import.meta.resolve("rehype-katex"));
  if (own === other) return undefined;
  return `rehype-katex brings KaTeX ${other} beside ${own}: add "overrides": {"katex": "${own}"} to package.json`;
}

/** Lets the pages use the maker of cards as it stands on disk: it reads style sheets and fonts, and a native library. */
function studioModule() {
  const id = new URL("./anchors/cards/studio.ts", import.meta.url).href;
  return {
    name: "ansatz-studio",
    resolveId: (source: string) =>
      source === "virtual:ansatz/studio" ? { id, external: "absolute" as const } : undefined,
  };
}

/** Tells the pages whether they can be installed; while developing, a worker would keep what is being changed. */
function appModule(isApp: boolean) {
  const id = "virtual:ansatz/app";
  return {
    name: "ansatz-app",
    resolveId: (source: string) => (source === id ? `\0${id}` : undefined),
    load: (source: string) => (source === `\0${id}` ? `export default ${isApp};` : undefined),
  };
}

/** Tells the pages, which are bundled and have no place on disk, where the compiled problems are. */
function bodiesModule(folder: string) {
  const id = "virtual:ansatz/bodies";
  return {
    name: "ansatz-bodies",
    resolveId: (source: string) => (source === id ? `\0${id}` : undefined),
    load: (source: string) =>
      source === `\0${id}` ? `export default ${JSON.stringify(folder)};` : undefined,
  };
}

/**
 * `long`, which tf.js computes hashes with, tries WebAssembly as it is loaded and goes on without it where it is
 * refused. Our policy refuses it, which Firefox reports as an error to the console; so nothing is tried. Can go when
 * tf.js no longer brings long 4.
 */
function withoutWebAssembly() {
  return {
    name: "ansatz-without-web-assembly",
    transform: (code: string, id: string) =>
      /\/long\/src\/long\.js$/.test(id.replaceAll("\\", "/"))
        ? { code: code.replace(/wasm = new WebAssembly[\s\S]*?\.exports;/, "wasm = null;"), map: null }
        : undefined,
  };
}
