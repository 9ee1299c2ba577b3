import { type Element, isElement, mathElement, textOf } from "../xml.ts";

const prime = /^[′″‴⁗‵]+$/u;

/**
 * Primes on the line of their letter: faces have them raised there, and as scripts they would be raised and made small
 * twice, a dot that nobody sees. Further scripts stay scripts: `f′²`.
 */
export function lowerPrimes(node: Element): Element {
  const [base, ...scripts] = node.childNodes.filter(isElement);
  const over = scripts.at(-1);
  if (!/^msu(?:p|bsup)$/.test(node.tagName) || base === undefined || over === undefined) return node;
  const signs = over.tagName === "mrow" ? over.childNodes.filter(isElement) : [over];
  const count = signs.findIndex((sign) => !isPrime(sign));
  const primes = signs.slice(0, count === -1 ? signs.length : count).map(closeBy);
  if (primes.length === 0) return node;
  const rest = signs.slice(primes.length);
  const under = scripts.length === 2 ? scripts.slice(0, 1) : [];
  if (rest.length === 0) {
    const below = under.length === 0 ? base : mathElement("msub", {}, [base, ...under]);
    return mathElement("mrow", {}, [below, ...primes]);
  }
  const primed = mathElement("mrow", {}, [base, ...primes]);
  const [only, ...more] = rest;
  const above = only !== undefined && more.length === 0 ? only : mathElement("mrow", {}, rest);
  return mathElement(node.tagName, {}, [primed, ...under, above]);
}

/** The letter, number or bracket that primes stand at; undefined where there are none. */
export function primedBase(node: Element): Element | undefined {
  const children = node.tagName === "mrow" ? node.childNodes.filter(isElement) : [];
  const last = children.at(-1);
  return last !== undefined && children.length > 1 && isPrime(last) ? children[0] : undefined;
}

/** Without the space that a sign of its own would have. */
function closeBy(prime: Element): Element {
  return { ...prime, attrs: ["lspace", "rspace"].map((name) => ({ name, value: "0" })) };
}

function isPrime(node: Element): boolean {
  return node.tagName === "mo" && prime.test(textOf(node));
}
