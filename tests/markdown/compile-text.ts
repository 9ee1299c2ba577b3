import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DocumentInput, ExperimentNames, Macros } from "../../markdown/document.ts";
import { type CompiledProblem, compileDocument } from "../../markdown/index.ts";
import { fileSource } from "../../markdown/source.ts";

const macros: Macros = { "\\KL": { shown: "D(#1\\,\\|\\,#2)" } };
const experiments = new Map<string, ExperimentNames>([
  ["gaussian-fit", { parameters: ["mean", "deviation"], quantities: ["forward", "reverse"] }],
]);

/** The input of a document at `content/course/document/index.md`, from its text and the files beside it. */
export function inputOf(text: string, beside: Readonly<Record<string, string>> = {}): DocumentInput {
  const folder = "content/course/document";
  const companions = Object.entries(beside).filter(([name]) => /\.(md|yaml)$/.test(name));
  return {
    source: fileSource(`${folder}/index.md`, text),
    companions: new Map(companions.map(([name, each]) => [name, fileSource(`${folder}/${name}`, each)])),
    images: new Set(Object.keys(beside).filter((name) => name.endsWith(".svg"))),
    macros,
    experiments,
  };
}

/** Compiles a text with the files beside it. */
export function compileText(
  text: string,
  beside?: Readonly<Record<string, string>>,
): Promise<CompiledProblem> {
  return compileDocument(inputOf(text, beside));
}

/** Compiles the `input.md` of a folder with the files beside it. */
export function compileFolder(folder: string): Promise<CompiledProblem> {
  const names = readdirSync(folder).filter((name) => name !== "output.html");
  const { "input.md": text = "", ...beside } = Object.fromEntries(
    names.map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
  return compileText(text, beside);
}

/** A page's HTML with its holes as comments. */
export function htmlOf({ segments }: CompiledProblem): string {
  return segments
    .map((segment) => (typeof segment === "string" ? segment : `<!-- hole ${JSON.stringify(segment)} -->`))
    .join("");
}
