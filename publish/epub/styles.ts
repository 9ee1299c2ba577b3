import { readFile } from "node:fs/promises";
import { resolveColours } from "./colours.ts";

/** The parts of the book's style sheet, in their order. */
const parts = ["text", "formulas", "notes", "figures", "tables"];

/** The style sheet of a book, with colours that readers know; one with formulas has a face for them. */
export async function readStyles(hasMath: boolean): Promise<string> {
  const sheets = [...parts, ...(hasMath ? ["math-face"] : [])].map((part) =>
    readFile(new URL(`styles/${part}.css`, import.meta.url), "utf8"),
  );
  return resolveColours((await Promise.all(sheets)).join("\n"));
}
