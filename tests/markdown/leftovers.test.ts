import { expect, test } from "vitest";
import { compileText } from "./compile-text.ts";

test.each([
  "Costs \\$5 and &#36;6, for $n$ of `$5`.",
  "On $[0, 1] \\times [2, 3]$, in [0, 1] and [2, 3], and [1] [2].",
  "1\\) No list.",
  "A sign (\\#eq:kl), `(#eq:kl)`, issue (#3), C# and #hashtag.",
  "A command `\\eqref{a}`, a rule $\\begin{pmatrix} x \\end{pmatrix}$.",
  "```text\n\\begin{x} $ ##(a) [^a] [a][b]\n```",
  "| a | b |\n|---|:-:|\n| $\\lvert x\\rvert$ | `a\\|b` |\n| | $\\|x\\|$ |",
  "[text][name]\n\n[name]: https://example.org",
  "A note.[^a]\n\n[^a]: Here.",
  "a | b and --- | --- in words",
])("is no mistake: %j", async (markdown) => {
  expect((await compileText(`# KL\n\n${markdown}\n`)).mistakes).toEqual([]);
});
