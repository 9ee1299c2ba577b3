import { expect, test } from "vitest";
import { outcomesOf } from "./setting.ts";

const tex = String.raw;
const symbols = tex`
a, b in (0.5, 2)
Z ~ Normal(0, 1)
Y ~ Normal(0, 1)
`;
/** E|Z − Y| of two independent standard normal variables is 2/√π. */
const distance = tex`\E[\lvert Z-Y\rvert]`;

test("a difference in the ninth digit of an integral is seen", () => {
  expect(outcomesOf(tex`\int_0^1 e^{ax}\,dx = 1.00000001\cdot\frac{e^a-1}{a}`, symbols)).toEqual(["false"]);
});

test("what slow rules cannot decide keeps no neighbour from being judged", () => {
  const chain = tex`${distance} = (1+0.000000001)\frac{2}{\sqrt\pi} = \frac{4}{2\sqrt\pi} = \int_0^1 2x\frac{2}{\sqrt\pi}\,dx = \E[Z^2]\frac{2}{\sqrt\pi}`;
  const [first, second, ...others] = outcomesOf(chain, symbols);
  expect(first).not.toBe("verified");
  expect(second).toBe("false");
  expect(others).toEqual(["verified", "verified"]);
  const wrong = tex`\frac{2}{\sqrt\pi}\int_0^1 e^{ax}\,dx = ${distance}(1+0.000000001)\int_0^1 e^{ax}\,dx = 7${distance}\int_0^1 e^{ax}\,dx`;
  expect(outcomesOf(wrong, symbols)[1]).toBe("false");
});

test("small sides that differ by half, and a wrong seventh decimal, are false", () => {
  expect(outcomesOf(tex`10^{-7}${distance} = 10^{-7}\frac{3}{\sqrt\pi}`, symbols)).toEqual(["false"]);
  expect(outcomesOf(tex`${distance} \approx 1.1283799`, symbols)).toEqual(["false"]);
});

test("of a vector the entry that is off by more decides, in either place", () => {
  const near = [distance, tex`(1+0.000000001)\frac{2}{\sqrt\pi}`];
  const far = ["1", "2"];
  for (const [first, second] of [
    [near, far],
    [far, near],
  ] as const) {
    const vectors = [0, 1].map((side) => tex`\begin{pmatrix}${first[side]}\\${second[side]}\end{pmatrix}`);
    expect(outcomesOf(vectors.join(" = "), symbols)).toEqual(["false"]);
  }
});
