import katex from "katex";
import { parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { convert } from "../../../../publish/epub/convert.ts";
import { setIn } from "../../../../publish/epub/mathml/alphabets.ts";
import { renderXml } from "../../../../publish/epub/xml.ts";

const book = { follow: () => undefined, picture: () => undefined };

/** A formula of TeX as the book has it, without the namespace and without the words for readers that lack MathML. */
function render(tex: string, displayMode = false): string {
  const html = katex.renderToString(tex, { displayMode, strict: false });
  const nodes = parseFragment(html).childNodes.flatMap((node) => convert(node, book));
  return nodes
    .map((node) => renderXml(node))
    .join("")
    .replaceAll(/ xmlns="[^"]*"| alttext="[^"]*"/g, "")
    .replaceAll(/<\/?span[^>]*>/g, "");
}

describe("a formula is MathML that browsers understand", () => {
  test("its TeX is the words for a reader that knows none", () => {
    const html = katex.renderToString("x < 1", { output: "mathml" });
    const [node] = parseFragment(html).childNodes.flatMap((each) => convert(each, book));
    expect(node && renderXml(node)).toBe(
      '<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x &lt; 1"><mi>x</mi><mo>&lt;</mo><mn>1</mn></math>',
    );
  });

  test("letters of an alphabet are Unicode's", () => {
    expect(render("\\mathbb{R}\\mathcal{N}\\mathbf{x}")).toBe("<math><mi>ℝ</mi><mi>𝒩</mi><mi>𝐱</mi></math>");
    expect(setIn("bold-italic", "μΣ1")).toBe("𝝁𝜮1");
    expect(setIn("fraktur", "gC")).toBe("𝔤ℭ");
    expect(setIn("normal", "d")).toBe("d");
    expect(setIn("italic", "ϵϑϰϕϱϖ∂∇ıȷ")).toBe("𝜖𝜗𝜘𝜙𝜚𝜛𝜕𝛻𝚤𝚥");
    expect(setIn("bold", "∇ϕϴ")).toBe("𝛁𝛟𝚹");
  });

  test("a function keeps TeX's thin space before and behind it, but none before a bracket", () => {
    const thin = '<mspace width="0.1667em"/>';
    const log = "<mi>log</mi><mo>\u2061</mo>";
    expect(render("2\\log x")).toBe(`<math><mn>2</mn>${thin}${log}${thin}<mi>x</mi></math>`);
    expect(render("\\log(x)")).toContain(`<math>${log}<mo stretchy="false">(`);
    expect(render("\\log\\log x")).toBe(`<math>${log}${thin}${log}${thin}<mi>x</mi></math>`);
  });

  test("a minus behind a bracket or a sign is the number's own", () => {
    expect(render("(-1)")).toContain('<mo form="prefix">−</mo>');
    expect(render("x=-1")).toContain('<mo form="prefix">−</mo>');
    expect(render("|{-x}|")).not.toContain("infix");
    expect(render("(a)-1")).toContain("<mo>−</mo>");
    expect(render("\\lvert a\\rvert-1")).toContain("<mo>−</mo>");
  });

  test("a group of signs has its space in elements, for it may have no attributes of a sign", () => {
    const mod = render("a\\bmod b");
    expect(mod).toContain('<mspace width="0.22em"/>');
    expect(mod).not.toMatch(/<mrow [^>]*space/);
  });

  test("primes stand on the line, where faces have them raised; what else is a script stays one", () => {
    const prime = '<mo lspace="0" rspace="0">′</mo>';
    expect(render("f'(x)")).toContain(`<mrow><mi>f</mi>${prime}</mrow><mo stretchy="false">(`);
    expect(render("f''")).toBe(`<math><mrow><mi>f</mi>${prime}${prime}</mrow></math>`);
    expect(render("f_k'")).toBe(`<math><mrow><msub><mi>f</mi><mi>k</mi></msub>${prime}</mrow></math>`);
    expect(render("f'^2")).toBe(`<math><msup><mrow><mi>f</mi>${prime}</mrow><mn>2</mn></msup></math>`);
    expect(render("x^2")).toBe("<math><msup><mi>x</mi><mn>2</mn></msup></math>");
    expect(render("(a+b)'-c")).toContain(`<mrow><mo stretchy="false">)</mo>${prime}</mrow><mo>−</mo>`);
  });

  test("bars that are brackets grow and stand close", () => {
    expect(render("\\left|x\\right|")).toContain('<mo lspace="0" rspace="0" stretchy="true">|</mo>');
    expect(render("\\lVert x\\rVert^2")).toContain(
      '<msup><mo lspace="0" rspace="0" stretchy="false">‖</mo><mn>2</mn></msup>',
    );
    expect(render("A\\mid B")).toContain("<mo>∣</mo>");
  });

  test("signs in scripts have no space around them", () => {
    expect(render("x_{i=1}")).toContain('<mo lspace="0" rspace="0">=</mo>');
    expect(render("i=1")).toContain("<mo>=</mo>");
  });

  test("columns are aligned by styles", () => {
    const cases = render("\\begin{cases} 1 & x \\\\ 0 & y \\end{cases}");
    expect(cases.match(/<mtd style="text-align: left/g)).toHaveLength(4);
    expect(render("\\begin{array}{r|l} 1 & 2 \\\\ \\hline 3 & 4 \\end{array}")).toContain(
      '<mtd style="text-align: right; border-right: 1px solid; border-bottom: 1px solid;',
    );
  });

  test("frames and strokes are styles, too", () => {
    expect(render("\\boxed{x}")).toMatch(/<menclose [^>]*style="border: 1px solid/);
    expect(render("\\cancel{x}")).toMatch(/<menclose [^>]*style="background: linear-gradient/);
    expect(render("\\overline{XY}")).toMatch(/<menclose notation="top" style="border-top: 1px solid/);
  });

  test("two signs that make one are one", () => {
    expect(render("a\\mathrel{:=}b")).toContain("<mo>:=</mo>");
  });
});

describe("a long formula is several, for no reader breaks lines within one", () => {
  const sum = "a_1+a_2+a_3+a_4+a_5";
  const pieces = (tex: string, displayMode = true) => render(tex, displayMode).split("\u200b");

  test("each begins with a relation, which keeps its space", () => {
    const [first, second, third, ...more] = pieces(`P = ${sum} = ${sum}`);
    expect(first).toBe('<math displaystyle="true"><mi>P</mi></math>');
    expect(second).toContain(
      '<math displaystyle="true"><mo form="infix" lspace="0.2778em" rspace="0.2778em">=</mo><msub>',
    );
    expect(third).toContain('<mo form="infix" lspace="0.2778em" rspace="0.2778em">=</mo>');
    expect(more).toEqual([]);
  });

  test("a short one stays whole, and so does what brackets hold together", () => {
    expect(pieces(`P = ${sum}`)).toHaveLength(1);
    expect(pieces(`f(${sum} = ${sum})`)).toHaveLength(1);
    expect(pieces(`f(${sum})^2 = (${sum})_1 = ${sum}`)).toHaveLength(3);
  });

  test("brackets hold nothing together that would be too small to read, or in a line too wide", () => {
    expect(pieces(`f(${sum} = ${sum} = ${sum})`).length).toBeGreaterThan(2);
    expect(pieces(`f(${sum} = ${sum})`, false).length).toBeGreaterThan(1);
  });

  test("a piece without a relation is broken before its summands", () => {
    expect(pieces(`${sum}+${sum}-${sum}`).length).toBeGreaterThan(2);
  });

  test("what can be broken nowhere shrinks with its column", () => {
    expect(render(`f\\left(${sum}+${sum}+${sum}\\right)`, true)).toMatch(
      /<math display="block" style="font-size: min\(1em, [\d.]+cqi\)">/,
    );
  });

  test("a comma behind it stays with its last piece", () => {
    const html = katex.renderToString(`P = ${sum} = ${sum}`, { strict: false });
    const page = `<span class="unbroken">${html},</span>`;
    const nodes = parseFragment(page).childNodes.flatMap((node) => convert(node, book));
    const text = nodes.map((node) => renderXml(node)).join("");
    expect(text.split("\u200b")).toHaveLength(text.split('<span class="unbroken">').length - 1);
    expect(text).toMatch(/<\/math>,<\/span>$/);
  });
});
