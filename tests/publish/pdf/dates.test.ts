import { expect, test } from "vitest";
import { withoutDates } from "../../../publish/pdf/dates.ts";

const info = (date: string) =>
  `<</Title (A \\(B\\))\n/Creator (Mozilla/5.0 \\(X11; Linux x86_64\\) Chrome)\n/CreationDate (D:${date})\n/ModDate (D:${date})>>`;

test("dates and creator are written over in place", () => {
  const before = info("20261122193000+00'00'");
  const after = Buffer.from(withoutDates(Buffer.from(before, "latin1"))).toString("latin1");
  expect(after.length).toBe(before.length);
  expect(after.indexOf(">>")).toBe(before.indexOf(">>"));
  expect(after).toContain("/CreationDate (D:19800101000000+00'00')\n/ModDate (D:19800101000000+00'00')");
  expect(after).toContain("/Title (A \\(B\\))\n/Creator (Ansatz) ");
  expect(after).not.toContain("Linux");
});

test("two printings at different times become the same", () => {
  const [one, two] = ["20261122193000+00'00'", "20270101000000+00'00'"].map((date) =>
    Buffer.from(withoutDates(Buffer.from(info(date), "latin1"))),
  );
  expect(one?.equals(two ?? Buffer.of())).toBe(true);
});

test("bytes that are no text stay", () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  expect(Buffer.from(withoutDates(bytes)).equals(bytes)).toBe(true);
});
