import { describe, expect, test } from "vitest";
import {
  isWitness,
  lastMeanings,
  namesUsedIn,
  narrowed,
  readDeclarations,
} from "../../../markdown/derivations/declarations.ts";
import { namesIn } from "../../../markdown/derivations/tokens.ts";

const found = (tex: string, names: readonly string[]) => [...namesIn(tex, names)].sort();

describe("the names in a formula", () => {
  test("braces around one character make no other name", () => {
    expect(found("x_{1} + c_k", ["x_1", "c_{k}"])).toEqual(["c_{k}", "x_1"]);
  });

  test("the longest name counts: x_1 holds no x, a bold w no w", () => {
    expect(found("x_1 + \\mathbf{w}", ["x", "x_1", "w", "\\mathbf{w}"])).toEqual(["\\mathbf{w}", "x_1"]);
    expect(found("\\hat{\\mu} - \\mu", ["\\hat\\mu", "\\mu"])).toEqual(["\\hat\\mu", "\\mu"]);
    expect(found("\\hat{\\mu}", ["\\mu"])).toEqual([]);
  });

  test("letters of commands, environments and words are no names", () => {
    const tex = "\\begin{aligned} \\exp(t) \\text{ for all } \\end{aligned}";
    expect(found(tex, ["a", "e", "x", "f", "t"])).toEqual(["t"]);
  });
});

describe("the declarations that a formula uses", () => {
  const known = readDeclarations(
    "x in (0, 1)\nn in 1..3\nv in R^n\nf(t) := t g(t)\ng(t) := t^k\nk in 2..4",
  ).map(({ names, meaning }) => ({ names, uses: meaning }));

  test("reach through definitions and lengths", () => {
    expect([...namesUsedIn("f(x)", known)].sort()).toEqual(["f", "g", "k", "x"]);
    expect([...namesUsedIn("\\|v\\|", known)].sort()).toEqual(["n", "v"]);
  });

  test("do not run in circles", () => {
    const circle = [
      { names: ["a"], uses: "b" },
      { names: ["b"], uses: "a" },
    ];
    expect([...namesUsedIn("a", circle)]).toEqual(["a", "b"]);
  });
});

describe("a line of a symbols block", () => {
  test("has names, a meaning and a comment; an escaped percent sign begins none", () => {
    expect(
      readDeclarations("c_0, c_1 in (0.1, 3)  % the\\ weights\n\n% nothing\nP(A, B) := 5\\% % rate"),
    ).toEqual([
      {
        kind: "domain",
        names: ["c_0", "c_1"],
        meaning: "(0.1, 3)",
        text: "c_0, c_1 in (0.1, 3)",
        comment: "the\\ weights",
      },
      { kind: "definition", names: ["P"], meaning: "5\\%", text: "P(A, B) := 5\\%", comment: "rate" },
    ]);
  });

  test("declares at random, or sets something", () => {
    expect(readDeclarations("X, Y ~ \\Normal(0, 1)\nset log 2")).toMatchObject([
      { kind: "distribution", names: ["X", "Y"], meaning: "\\Normal(0, 1)" },
      { kind: "setting", names: [], meaning: "set log 2" },
    ]);
  });

  test("calls a definition a witness by its comment, and a domain never", () => {
    const [density, letter, rate] = readDeclarations("P(x) := e^x % a witness\nx in R % witness\nf(x) := x");
    expect([density, letter, rate].map((each) => each && isWitness(each))).toEqual([true, false, false]);
  });

  test("can be narrowed to some of its names", () => {
    const [line] = readDeclarations("x, y in (0, 1)");
    expect(line && narrowed(line, (name) => name === "y")).toMatchObject({
      names: ["y"],
      text: "y in (0, 1)",
    });
  });

  test("gives way to a later one of the same name", () => {
    const lines = lastMeanings(readDeclarations("x, y in (0, 1)\nset log 2\nx in (5, 6)"));
    expect(lines.map(({ text }) => text)).toEqual(["y in (0, 1)", "set log 2", "x in (5, 6)"]);
  });
});
