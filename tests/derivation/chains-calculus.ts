import type { Derivation } from "./chains.ts";

const tex = String.raw;

/** True derivations with limits, antiderivatives and evaluation bars. */
export const CALCULUS: readonly Derivation[] = [
  {
    title: "limits",
    symbols: tex`
x, a in (0.2, 2)`,
    displays: [
      tex`\lim_{h\to0} \frac{\sin h}{h} = 1`,
      tex`\lim_{h\to0}\frac{(x+h)^2-x^2}{h} = 2x`,
      tex`\lim_{t\to\infty} \left(1+\frac{a}{t}\right)^t = e^a`,
      tex`\lim_{t\to0}\frac{1-\cos t}{t^2} = \frac12`,
      tex`\lim_{m\to\infty}\sum_{k=1}^m \frac{1}{2^k} = 1`,
    ],
  },
  {
    title: "antiderivatives",
    symbols: tex`
x, a in (0.2, 2)`,
    displays: [
      tex`\int x^2\,dx = \frac{x^3}{3} + C`,
      tex`\int \frac{1}{x}\,dx = \log x + C`,
      tex`\int x e^{x}\,dx = x e^x - \int e^x\,dx = (x-1)e^x + C`,
      tex`\int \frac{dx}{a^2+x^2} = \frac{1}{a}\arctan\frac{x}{a} + C`,
      tex`\int_0^a t\,dt = \left[\frac{t^2}{2}\right]_0^a = \frac{a^2}{2}`,
      tex`\left.\frac{t^2}{2}\right|_{t=x}^{t=a} = \frac{a^2 - x^2}{2}`,
      tex`\left.\frac{d}{dt} \left(t^3\right)\right|_{t=a} = 3a^2`,
    ],
  },
];
