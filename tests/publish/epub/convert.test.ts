import { parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { convert } from "../../../publish/epub/convert.ts";
import { renderXml, xmlId } from "../../../publish/epub/xml.ts";

const book = {
  follow: (href: string) => (href.startsWith("#") ? href : undefined),
  picture: (src: string) => (src === "a.png" ? "picture-1.png" : undefined),
};
const render = (page: string) =>
  parseFragment(page)
    .childNodes.flatMap((node) => convert(node, book))
    .map((node) => renderXml(node))
    .join("");

describe("a page becomes XHTML", () => {
  test("folded text stands open", () => {
    expect(render('<details class="block"><summary>Hint</summary><p>Look.</p></details>')).toBe(
      '<section class="block"><p>Hint</p><p>Look.</p></section>',
    );
  });

  test("a link that leads nowhere is words, and ids are names", () => {
    expect(render('<a href="../x/">x</a><i id="eq:kl">y</i>')).toBe('<a>x</a><i id="eq_3a_kl">y</i>');
    expect(xmlId("1a")).toBe("_1a");
  });

  test("a picture is one of the book, and without it its words", () => {
    expect(render('<img src="a.png" alt="A"><img src="b.png" alt="B">')).toBe(
      '<img src="picture-1.png" alt="A"/>B',
    );
  });

  test("a figure has paper and ink of its own, and room for labels that stand out of it", () => {
    expect(
      render(
        '<svg viewBox="0 0 1 1" fill="currentColor"><text fill="var(--p)" paint-order="stroke">P</text></svg>',
      ),
    ).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" fill="#231e19" width="29" height="29" viewBox="-14 -14 29 29"><rect x="-14" y="-14" width="29" height="29" fill="#fcfbf7"/><text fill="#0064b5" style="paint-order: stroke">P</text></svg>',
    );
  });

  test("what can be pressed is gone, but a sign is the claim's name and refers to its note", () => {
    expect(render('<button disabled>Reset</button><a class="sign" href="#note-P1"></a>')).toBe(
      '<a class="sign" href="#note-P1" epub:type="noteref" role="doc-noteref">P1</a>',
    );
  });

  test("a task keeps its box", () => {
    expect(
      render(
        '<ul><li><input type="checkbox" checked disabled> done</li><li><input type="checkbox" disabled> to do</li></ul>',
      ),
    ).toBe("<ul><li>☑ done</li><li>☐ to do</li></ul>");
  });

  test("a note is a footnote, and no aside, which some readers hide", () => {
    expect(render('<aside class="note" id="note-P1"><a class="note-link" href="#P1">P1</a></aside>')).toBe(
      '<div class="note" id="note-P1" epub:type="footnote" role="doc-footnote"><a class="note-link" href="#P1" epub:type="backlink" role="doc-backlink">P1</a></div>',
    );
  });

  test("a footnote of Markdown is one, too", () => {
    const page =
      '<sup><a href="#fn-1" id="fnref-1" data-footnote-ref>1</a></sup><section data-footnotes class="footnotes"><ol><li id="fn-1">So.</li></ol></section>';
    expect(render(page)).toBe(
      '<sup><a href="#fn-1" id="fnref-1" epub:type="noteref" role="doc-noteref">1</a></sup><section class="footnotes" epub:type="footnotes" role="doc-endnotes"><ol><li id="fn-1" epub:type="footnote">So.</li></ol></section>',
    );
  });
});
