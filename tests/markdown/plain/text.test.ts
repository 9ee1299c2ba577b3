import { describe, expect, test } from "vitest";
import { plainQuote } from "../../../markdown/plain/text.ts";
import { compileText } from "../compile-text.ts";

describe("what is said of a page elsewhere is plain text", () => {
  const text = [
    "# The limit of $\\theta_1$",
    "Let $\\KL{P}{Q} \\le \\frac{1}{2}$, with *emphasis*, `x_1` and <b>HTML</b>.",
    "## (a) Values of $\\beta$",
    "Text.",
  ].join("\n\n");

  test("formulas of a title, of a part’s title and of the lead are readable lines", async () => {
    const { title, parts, lead, mistakes } = await compileText(text);
    expect(mistakes).toEqual([]);
    expect(title).toBe("The limit of θ₁");
    expect(parts[0]?.title).toBe("Values of β");
    expect(lead).toBe("Let D(P ∥ Q) ≤ 1/2, with emphasis, x_1 and HTML.");
  });

  test("an id keeps the TeX that it was made of, since links lead to it", async () => {
    const { headings } = await compileText("# Title\n\n## The $\\beta$ of it\n\nText.");
    expect(headings[0]).toMatchObject({ id: "the-beta-of-it", title: "The β of it" });
  });

  test("a quotation has its formulas between dollars, or is one", () => {
    const plain = (tex: string) => `‹${tex}›`;
    expect(plainQuote("where $P(x)$ is $$\\infty$$", plain)).toBe("where ‹P(x)› is ‹\\infty›");
    expect(plainQuote("P = \\mathbb{E}", plain)).toBe("‹P = \\mathbb{E}›");
    expect(plainQuote("words alone", plain)).toBe("words alone");
  });
});
