import katex from "katex";
import { printed, shortNumber } from "../../markdown/derivations/numbers.ts";
import type { Trial, TrialStep } from "../../markdown/derivations/trial-data.ts";
import { clamp, type Field, settle } from "./fields.ts";
import { type Sides, scopeOf, sidesOf, unmetBy, type Value } from "./sides.ts";

/** Values to type and what both sides of each step come to: it follows every keystroke. */
export function openTrial(trial: Trial, check: HTMLElement): HTMLElement {
  const scope = scopeOf(trial);
  const typed = new Map<string, number[]>();
  const values = make("div", "trial-values");
  values.setAttribute("role", "group");
  values.ariaLabel = "Your values";
  const results = make("ol", "trial-results");
  results.ariaLive = "polite";

  const show = () => {
    const fields = settle(scope, typed);
    const items = trial.steps.map((step) => {
      const sides = sidesOf(step, trial, scope, fields, typed);
      return resultOf(step, sides, unmetBy(step, trial, scope, fields, typed), trial, check);
    });
    results.replaceChildren(...items);
  };
  /** Where a length has changed, there are more entries to type, or fewer. */
  const update = () => {
    const fields = settle(scope, typed);
    const count = fields.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
    if (values.childElementCount !== count)
      values.replaceChildren(...fields.flatMap((field) => inputsOf(field, typed, show, update)));
    show();
  };
  update();
  const form = make("div", "trial");
  form.append(values, results);
  return form;
}

function inputsOf(
  field: Field,
  typed: Map<string, number[]>,
  show: () => void,
  update: () => void,
): HTMLElement[] {
  const entries = typed.get(field.name) ?? [];
  return entries.map((value, index) => {
    const label = make("label");
    const name = entryName(field, index);
    const symbol = make("span");
    katex.render(name, symbol, { throwOnError: false });
    const input = document.createElement("input");
    input.ariaLabel = `Value of ${spoken(name)}`;
    Object.assign(input, { type: "number", inputMode: "decimal", value: String(value) });
    input.step = field.kind === "integer" ? "1" : "any";
    if (Number.isFinite(field.from)) input.min = String(field.from);
    if (Number.isFinite(field.to)) input.max = String(field.to);
    const take = () => {
      const taken = clamp(input.valueAsNumber, field);
      if (taken !== undefined) (typed.get(field.name) ?? [])[index] = taken;
      return taken;
    };
    input.addEventListener("input", () => void (take() !== undefined && show()));
    input.addEventListener("change", () => {
      take();
      input.value = String(typed.get(field.name)?.[index] ?? "");
      update();
    });
    label.append(symbol, input);
    return label;
  });
}

function entryName({ name, columns, indices }: Field, index: number): string {
  if (indices === 0) return name;
  const [row, column] = [Math.floor(index / columns) + 1, (index % columns) + 1];
  return `${name}_{${indices === 1 ? row : `${row},${column}`}}`;
}

/** A name without the commands that only dress it: `w_1` of `\mathbf{w}_{1}`. */
function spoken(name: string): string {
  return name.replaceAll(/\\(?:math[a-z]+|boldsymbol|bm|text)(?![a-z])|[\\{}]/g, "").trim();
}

/** One step's line: its formula where there are several, then both sides and their difference. */
function resultOf(
  { index }: TrialStep,
  sides: Sides,
  unmet: readonly string[],
  { macros }: Trial,
  check: HTMLElement,
): HTMLElement {
  const item = make("li");
  const claim = check.querySelectorAll(".check-steps > li")[index]?.querySelector(".check-claim");
  if (claim) item.append(claim.cloneNode(true));
  if (unmet.length > 0) item.append(outside(unmet, macros));
  if ("reason" in sides) {
    item.append(`No value: ${sides.reason}`);
    return item;
  }
  const list = make("dl");
  const { left, right, difference } = sides;
  const isNumber = typeof left === "number";
  const rows = [
    ["left", shown(left)],
    ["right", shown(right)],
    [isNumber ? "difference" : "largest difference", shortNumber(difference)],
  ] as const;
  for (const [name, value] of rows) {
    const pair = make("div");
    pair.append(make("dt", "", name), make("dd", "", value));
    list.append(pair);
  }
  item.append(list);
  return item;
}

/** The conditions that the values do not meet: “Outside x > 0, where nothing is claimed.” */
function outside(conditions: readonly string[], macros: Trial["macros"]): HTMLElement {
  const words = make("p", "trial-outside", "Outside ");
  for (const [place, tex] of conditions.entries()) {
    const formula = make("span");
    katex.render(tex, formula, { throwOnError: false, macros: { ...macros } });
    words.append(place === 0 ? "" : " and ", formula);
  }
  words.append(", where nothing is claimed.");
  return words;
}

/** A number, or the entries of a vector or a matrix: `(1, 2)`, `(1, 2; 3, 4)`. */
function shown(value: Value): string {
  if (typeof value === "number") return printed(value, 10);
  const rows = value.map((row) => row.map((entry) => printed(entry, 6)).join(", "));
  return `(${rows.join(value.every((row) => row.length === 1) ? ", " : "; ")})`;
}

function make(tag: string, className = "", words = ""): HTMLElement {
  const element = document.createElement(tag);
  if (className !== "") element.className = className;
  element.textContent = words;
  return element;
}
