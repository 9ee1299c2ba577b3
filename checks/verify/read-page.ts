import type { Page } from "playwright";

/** A number as a page shows it. */
export interface ShownNumber {
  readonly anchor: string;
  /** What a reader reads; empty where it is not visible. */
  readonly text: string;
  /** `data-value` and the element's own `value`, which say the same. */
  readonly value: string;
  readonly attribute: string;
  /** `experiment/quantity`. */
  readonly quantity: string;
}

/** The panel of a number as a page shows it once it is open. */
export interface ShownPanel {
  /** The number's anchor. */
  readonly anchor: string;
  /** What a reader reads in it: rows by name; empty where it does not open. */
  readonly rows: Readonly<Record<string, string>>;
}

/** A display as a page shows it. */
export interface ShownFormula {
  /** The TeX that its MathML carries. */
  readonly annotation: string;
  /** Its visible text, without spaces; empty where it is not visible. */
  readonly visible: string;
  /** The text of its MathML, which is what a screen reader reads. */
  readonly mathml: string;
  /** The outcome that the mark beside it tells a reader; empty where there is no mark. */
  readonly mark: string;
}

/** A figure's table as a page shows it. */
export interface ShownTable {
  readonly experiment: string;
  readonly rows: readonly { readonly quantity: string; readonly value: string; readonly text: string }[];
}

/** What a page shows of all that can be checked in it. */
export interface ShownPage {
  readonly digest: string;
  readonly numbers: readonly ShownNumber[];
  readonly panels: readonly ShownPanel[];
  readonly formulas: readonly ShownFormula[];
  readonly tables: readonly ShownTable[];
}

/** Unfolds all that a reader can unfold, so that everything can be seen. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    // the notes on what is correct, which a reader asks for
    for (const box of document.querySelectorAll<HTMLInputElement>("input.show-all-notes")) box.checked = true;
  });
}

/** Reads a page as a reader sees it: rendered text of what is visible, once everything is unfolded. */
export async function readPage(page: Page): Promise<ShownPage> {
  await unfold(page);
  return page.evaluate(() => {
    const seen = (element: Element | null): element is HTMLElement => {
      const { width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
      const options = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false };
      return element !== null && width > 0 && height > 0 && element.checkVisibility(options);
    };
    // biome-ignore lint/performance/useDomNodeTextContent: what is rendered, not what is in the tree
    const read = (element: HTMLElement) => (seen(element) ? element.innerText.trim() : "");
    const bare = (text: string | null | undefined) => (text ?? "").replace(/[\s\u200B]+/g, "");
    const numbers = [...document.querySelectorAll<HTMLDataElement>("data.quantity")].map((element) => ({
      anchor: element.id,
      text: read(element),
      value: element.dataset["value"] ?? "",
      attribute: element.value,
      quantity: element.dataset["quantity"] ?? "",
    }));
    const panels = [...document.querySelectorAll<HTMLButtonElement>("button.number")].map((button) => {
      const panel = document.getElementById(button.getAttribute("popovertarget") ?? "");
      if (panel?.popover) panel.showPopover();
      const rows = [...(seen(panel) ? panel.querySelectorAll<HTMLElement>(".number-row") : [])].map((row) => {
        const [name, text] = row.children;
        return [read(name as HTMLElement), read(text as HTMLElement)] as const;
      });
      if (panel?.popover) panel.hidePopover();
      return { anchor: button.querySelector("data")?.id ?? "", rows: Object.fromEntries(rows) };
    });
    const formulas = [...document.querySelectorAll(".katex-display > .katex")].map((element) => {
      const math = element.querySelector("math")?.cloneNode(true) as Element | undefined;
      const annotation = math?.querySelector("annotation");
      annotation?.remove();
      const html = element.querySelector(".katex-html");
      return {
        annotation: annotation?.textContent ?? "",
        visible: seen(html) ? bare(html.textContent) : "",
        mathml: bare(math?.textContent),
        mark: element.closest(".equation")?.querySelector<HTMLElement>(".check")?.dataset["outcome"] ?? "",
      };
    });
    const tables = [...document.querySelectorAll<HTMLElement>("ansatz-figure")].map((figure) => ({
      experiment: figure.dataset["experiment"] ?? "",
      rows: [...figure.querySelectorAll<HTMLDataElement>("tr[data-row] data[data-quantity]")].map((data) => ({
        quantity: data.dataset["quantity"] ?? "",
        value: data.value,
        text: read(data),
      })),
    }));
    const digest = document.querySelector<HTMLMetaElement>('meta[name="ansatz-build"]')?.content ?? "";
    return { digest, numbers, panels, formulas, tables };
  });
}
