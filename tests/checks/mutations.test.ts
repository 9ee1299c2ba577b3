import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { checkQuantity } from "../../checks/quantity.ts";
import { parseTypedNumber, writeLike } from "../../checks/typed-number.ts";
import { compileCourse } from "../../course/compile-course.ts";
import type { Experiment } from "../../lab/experiment.ts";
import { readExperiments } from "../../lab/experiment-files.ts";
import { type QuantityLink, quantityOptions } from "../../markdown/document.ts";

const root = join(import.meta.dirname, "../..");
let links: readonly QuantityLink[] = [];
let experiments: ReadonlyMap<string, Experiment> = new Map();

beforeAll(async () => {
  const found = await readExperiments(root);
  experiments = found.experiments;
  const { problems } = await compileCourse({ root, ...found });
  links = problems.flatMap(({ compiled }) => compiled.quantities);
}, 120_000);

function checked(link: QuantityLink) {
  const experiment = experiments.get(link.experiment);
  if (experiment === undefined) throw new Error(`there is no experiment ${link.experiment}`);
  return checkQuantity(link, experiment);
}

function isCaught(link: QuantityLink, experiment = experiments.get(link.experiment)): boolean {
  return experiment === undefined || checkQuantity(link, experiment).mistake !== undefined;
}

test("every number of the reference course is right as it stands", () => {
  expect(links.length).toBeGreaterThan(100);
  expect(
    links.filter((link) => isCaught(link)).map(({ text, file, line }) => `${file}:${line} ${text}`),
  ).toEqual([]);
});

test("a number whose last digit is altered by one is a mistake, but where the declared error leaves it open", () => {
  const finite = links.filter(({ text, query }) => text !== "∞" && query["tol"] === undefined);
  const open: string[] = [];
  const survivors = finite.flatMap((link) => {
    const typed = parseTypedNumber(link.text);
    const { value, error } = checked(link);
    // a value within its error of the middle between two numbers of so many digits may be rounded to both
    const residual = Math.abs((typed?.value ?? Number.NaN) - value);
    if (typed !== undefined && typed.halfUnit - residual <= error * (1 + 1e-6)) open.push(link.text);
    return [-1, 1].flatMap((step) => {
      const text = typed && writeLike(typed, typed.value + 2 * step * typed.halfUnit);
      return text === undefined || text === link.text || isCaught({ ...link, text })
        ? []
        : [`${link.text} → ${text}`];
    });
  });
  const closed = survivors.filter((each) => !open.some((text) => each.startsWith(text)));
  console.log(
    `last digits: ${2 * finite.length - survivors.length} of ${2 * finite.length} caught; left open by the declared error: ${open.join(", ")}`,
  );
  expect(closed).toEqual([]);
  expect(open.length).toBeLessThan(finite.length / 50);
});

test("∞ in place of a number, and a number in place of ∞, are mistakes", () => {
  for (const link of links) expect(isCaught({ ...link, text: link.text === "∞" ? "9" : "∞" })).toBe(true);
});

test("another unit is a mistake", () => {
  for (const link of links)
    expect(isCaught({ ...link, text: `${parseTypedNumber(link.text)?.value} bits` })).toBe(true);
});

test("a quantity that computes a thousandth more is caught, but where it is 0, ∞ or typed with too few digits", () => {
  const scaled = new Map([...experiments].map(([name, experiment]) => [name, scale(experiment, 1.001)]));
  const survivors = links.filter((link) => !isCaught(link, scaled.get(link.experiment)));
  const known = survivors.filter(({ text }) => {
    const typed = parseTypedNumber(text);
    return (
      typed !== undefined &&
      (!Number.isFinite(typed.value) || 0.001 * Math.abs(typed.value) <= 2 * typed.halfUnit)
    );
  });
  expect(survivors.filter((link) => !known.includes(link))).toEqual([]);
  console.log(
    `a thousandth more: ${links.length - survivors.length} of ${links.length} caught by typed digits alone`,
  );
});

test("swapped parameters are caught, but where the swapped state has the same value", () => {
  let caught = 0;
  const survivors: string[] = [];
  for (const link of links) {
    for (const query of swaps(link.query)) {
      if (isCaught({ ...link, query })) caught++;
      else survivors.push(`${link.experiment}/${link.quantity} ${link.text} ${JSON.stringify(query)}`);
    }
  }
  console.log(
    `swapped parameters: ${caught} of ${caught + survivors.length} caught; not: ${survivors.join("; ")}`,
  );
  expect(caught / (caught + survivors.length)).toBeGreaterThan(0.8);
}, 240_000);

/** Queries in which two neighbouring parameters have each other's values. */
function swaps(query: QuantityLink["query"]): QuantityLink["query"][] {
  const names = Object.keys(query).filter((name) => !quantityOptions.includes(name));
  return names.flatMap((name, index) => {
    const other = names[index + 1];
    if (other === undefined || query[name] === query[other]) return [];
    return [{ ...query, [name]: query[other] ?? "", [other]: query[name] ?? "" }];
  });
}

function scale(experiment: Experiment, factor: number): Experiment {
  return {
    ...experiment,
    compute: (values, tools) => {
      const result = experiment.compute(values, tools);
      const quantities = Object.entries(result.quantities).map(([name, value]) => [name, factor * value]);
      return { ...result, quantities: Object.fromEntries(quantities) };
    },
  };
}
