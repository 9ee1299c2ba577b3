/** Most steps of a search: bisection alone would need 60 for double precision. */
const most = 100;

/**
 * A zero of a continuous f between `from` and `to`, where it has opposite signs, to double precision.
 * By regula falsi in the Illinois variant; a RangeError where the signs are equal.
 */
export function findRoot(f: (x: number) => number, from: number, to: number): number {
  let [a, fa, b, fb] = [from, f(from), to, f(to)];
  if (fa * fb > 0) throw new RangeError(`no sign change between ${from} and ${to}: ${fa}, ${fb}`);
  for (let step = 0; step < most && fb !== 0 && Math.abs(b - a) > 1e-15 * Math.abs(b); step++) {
    const c = (a * fb - b * fa) / (fb - fa);
    const fc = f(c);
    if (fc * fb < 0) [a, fa] = [b, fb];
    else fa /= 2;
    if (c === b) break;
    [b, fb] = [c, fc];
  }
  return b;
}
