const dates = /\/(?:CreationDate|ModDate) \(D:([^)]*)\)/g;
const creator = /\/Creator \((?:\\.|[^\\)])*\)/;

/**
 * A PDF whose dates are the first moment of 1980 and whose creator names no machine, written over what Chromium wrote,
 * so that every offset stays: equal pages then give equal bytes with the same Chromium.
 */
export function withoutDates(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString("latin1");
  const epoch = "19800101000000+00'00'";
  const fixed = text
    .replace(dates, (whole, date: string) =>
      whole.replace(date, () => epoch.slice(0, date.length).padEnd(date.length, "0")),
    )
    .replace(creator, (whole) => "/Creator (Ansatz)".padEnd(whole.length).slice(0, whole.length));
  return Buffer.from(fixed, "latin1");
}
