/** What a reader is told of a kind of file: its name, and what it can and cannot do, as HTML. */
export interface KindWords {
  readonly name: string;
  readonly use: string;
}

const words: Readonly<Record<string, KindWords>> = {
  zip: {
    name: "The whole site as a folder",
    use: "Unpack it and open <code>index.html</code>: every page, the search and every experiment work, with no server. It does not update itself.",
  },
  single: {
    name: "One page in one file",
    use: "Opens in any browser, on a phone too, and can be sent by mail. Links to other pages lead to the site where it has an address; there is no search, and figures are pictures unless the file was made with its experiments.",
  },
  pdf: {
    name: "PDF",
    use: "For paper and for annotating. Figures are pictures; beside each stands where its live state is.",
  },
  epub: {
    name: "EPUB",
    use: "For e-readers: text and size follow the reader’s settings. Formulas need a reader that shows MathML; figures are pictures.",
  },
};

/** The words for a kind; a kind that has none is called by its name. */
export function describeKind(kind: string): KindWords {
  return words[kind] ?? { name: kind.toUpperCase(), use: "" };
}
