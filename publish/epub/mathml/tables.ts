import { attributeOf, type Element, isElement } from "../xml.ts";

/** A table whose columns are aligned and spaced by styles, for browsers forgot the attributes that said so. */
export function styleTable(table: Element): Element {
  const list = (name: string) => attributeOf(table, name)?.trim().split(/\s+/) ?? [];
  const columns = {
    aligns: list("columnalign"),
    gaps: list("columnspacing"),
    rules: list("columnlines"),
    leading: list("rowspacing")[0],
  };
  const lines = list("rowlines");
  const last = table.childNodes.length - 1;
  const rows = table.childNodes.map((row, at) => {
    const line = at < last ? (lines[Math.min(at, lines.length - 1)] ?? "none") : "none";
    return isElement(row) ? styleRow(row, { ...columns, line }) : row;
  });
  const width = attributeOf(table, "width");
  return {
    ...table,
    childNodes: rows,
    attrs: withStyle(table, width === undefined ? [] : [`width: ${width}`]),
  };
}

interface Columns {
  readonly aligns: readonly string[];
  readonly gaps: readonly string[];
  readonly rules: readonly string[];
  readonly leading: string | undefined;
  /** The line below the row. */
  readonly line: string;
}

function styleRow(row: Element, columns: Columns): Element {
  const cells = row.childNodes.filter(isElement);
  const childNodes = cells.map((cell, at) => {
    const width = attributeOf(cell, "width");
    const styles = cellStyles(columns, at, cells.length);
    return { ...cell, attrs: withStyle(cell, width === undefined ? styles : [...styles, `width: ${width}`]) };
  });
  return { ...row, childNodes };
}

/** The last value of a list serves all further columns, as MathML 3 has it. */
function cellStyles({ aligns, gaps, rules, leading, line }: Columns, at: number, count: number): string[] {
  const nth = (list: readonly string[], index: number) => list[Math.min(index, list.length - 1)];
  const align = nth(aligns, at);
  const rule = at < count - 1 ? nth(rules, at) : undefined;
  const half = (gap: string | undefined) => (gap === undefined ? "0.4em" : `${Number.parseFloat(gap) / 2}em`);
  // rows of MathML have no struts, as TeX's have
  const above = `${((leading === undefined ? 0 : Number.parseFloat(leading) / 2) + 0.15).toFixed(2)}em`;
  const left = at === 0 ? "0" : half(nth(gaps, at - 1));
  const right = at === count - 1 ? "0" : half(nth(gaps, at));
  return [
    ...(align === undefined || align === "center" ? [] : [`text-align: ${align}`]),
    ...(rule === undefined || rule === "none" ? [] : [`border-right: 1px ${rule}`]),
    ...(line === "none" ? [] : [`border-bottom: 1px ${line}`]),
    `padding: ${above} ${right} ${above} ${left}`,
  ];
}

function withStyle({ attrs }: Element, styles: readonly string[]): Element["attrs"] {
  return styles.length === 0 ? attrs : [...attrs, { name: "style", value: styles.join("; ") }];
}
