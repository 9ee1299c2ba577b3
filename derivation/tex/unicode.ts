const GREEK =
  "α alpha β beta γ gamma δ delta ε varepsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho σ sigma τ tau υ upsilon φ varphi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Φ Phi Ψ Psi Ω Omega";
const SIGNS: readonly (readonly [typed: string, command: string])[] = [
  ["×", "\\times"],
  ["·", "\\cdot"],
  ["⋅", "\\cdot"],
  ["−", "-"],
  ["∗", "*"],
  ["∞", "\\infty"],
  ["∂", "\\partial"],
  ["∇", "\\nabla"],
  ["∈", "\\in"],
  ["→", "\\to"],
  ["∥", "\\parallel"],
  ["∣", "\\mid"],
  ["⊤", "\\top"],
  ["′", "\\prime"],
];

const COMMANDS: ReadonlyMap<string, string> = new Map([
  ...SIGNS,
  ...[...GREEK.matchAll(/(\S) (\w+)/g)].map(([, letter = "", name = ""]) => [letter, `\\${name}`] as const),
]);

/** The command that prints what was typed as a character: `σ` looks like `\sigma`, so it is the same name. */
export const commandFor = (text: string): string => COMMANDS.get(text) ?? text;
