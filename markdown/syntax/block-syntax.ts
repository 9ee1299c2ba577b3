import { directiveFromMarkdown } from "mdast-util-directive";
import { directive } from "micromark-extension-directive";
import type { Processor } from "unified";
import { displaySyntax } from "./display-syntax.ts";

/**
 * Adds the block forms of directives (`:::name` … `:::` and `::name`) and displays. The text form of directives is
 * left out, because it eats prose: `f:X` would become `f` and an element. Quoted text has displays alone.
 */
export default function remarkBlockSyntax(this: Processor, { directives = true } = {}): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.fromMarkdownExtensions ??= [];
  data.micromarkExtensions.push(displaySyntax());
  if (!directives) return;
  data.micromarkExtensions.push({ flow: directive().flow ?? {} });
  data.fromMarkdownExtensions.push(directiveFromMarkdown());
}
