import { posix } from "node:path";
import type { Image, Root } from "mdast";
import type { VFile } from "vfile";
import { suggestion } from "../mistakes/suggest.ts";
import { decodeLink } from "./address.ts";
import { compilationOf, report } from "./compilation.ts";
import { visit } from "./visit.ts";

/**
 * Checks images: each stands beside its text, and each has an alternative text.
 *
 * In:  `![The two densities](densities.svg)` → `<img src="densities.svg" alt="The two densities" loading="lazy">`
 */
export default function remarkImages() {
  return (tree: Root, file: VFile): void => {
    visit(tree, "image", (node: Image) => {
      const { input, images } = compilationOf(file);
      if ((node.alt ?? "").trim() === "") {
        report(file, node, {
          rule: "missing-alternative-text",
          what: `The image \`${node.url}\` has no alternative text`,
          hint: "Say in the brackets what it shows: `![What it shows](file.svg)`.",
        });
      }
      const name = posix.normalize(decodeLink(node.url));
      if (!input.images.has(name)) {
        report(file, node, missing(node.url, [...input.images]));
        return;
      }
      images.add(name);
      node.url = encodeURI(name);
      node.data = { hProperties: { loading: "lazy", decoding: "async" } };
    });
  };
}

function missing(url: string, known: readonly string[]) {
  const isRemote = /^([a-z]+:)?\/\//i.test(url);
  return {
    rule: isRemote ? "remote-image" : "missing-image",
    what: isRemote
      ? `The image \`${url}\` is on another host`
      : `There is no image \`${url}\` beside this file`,
    hint:
      known.length === 0 || isRemote
        ? "Put the image beside the problem's `index.md` and name it from there; pages load nothing from other hosts."
        : suggestion(url, known),
  };
}
