import { parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { convert, xmlId } from "../../../publish/epub/convert.ts";
import { renderXml } from "../../../publish/epub/xml.ts";

const book = {
  follow: (href: string) => (href.startsWith("#") ? href : undefined),
  picture: () => undefined,
};
const render = (page: string) =>
  parseFragment(page)
    .childNodes.flatMap((node) => convert(node, book))
    .map((node) => renderXml(node))
    .join("");

describe("a page becomes XHTML", () => {
  test("a formula is its MathML, with its TeX as words", () => {
    const katex = `<span class="katex"><span class="katex-mathml"><math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mi>x</mi><annotation encoding="application/x-tex">x &lt; 1</annotation></semantics></math></span><span class="katex-html">x</span></span>`;
    expect(render(katex)).toBe(
      '<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x &lt; 1"><semantics><mi>x</mi><annotation encoding="application/x-tex">x &lt; 1</annotation></semantics></math>',
    );
  });

  test("a sign within a sign is a row", () => {
    expect(render("<math><mo><mo>=</mo></mo></math>")).toContain("<mrow><mo>=</mo></mrow>");
  });

  test("folded text stands open", () => {
    expect(render('<details class="block"><summary>Hint</summary><p>Look.</p></details>')).toBe(
      '<section class="block"><p>Hint</p><p>Look.</p></section>',
    );
  });

  test("a link that leads nowhere is words, and ids are names", () => {
    expect(render('<a href="../x/">x</a><i id="eq:kl">y</i>')).toBe('<a>x</a><i id="eq_3a_kl">y</i>');
    expect(xmlId("1a")).toBe("_1a");
  });

  test("colours are written out, and a halo is a style", () => {
    expect(render('<svg viewBox="0 0 1 1"><text fill="var(--p)" paint-order="stroke">P</text></svg>')).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><text fill="#0064b5" style="paint-order: stroke">P</text></svg>',
    );
  });

  test("what can be pressed is gone, but a sign is the claim's name", () => {
    expect(render('<button disabled>Reset</button><a class="sign" href="#note-P1"></a>')).toBe(
      '<a class="sign" href="#note-P1">P1</a>',
    );
  });
});
