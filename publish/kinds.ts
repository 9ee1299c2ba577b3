import type { ArtefactKind } from "./artefact.ts";

/** Every kind of artefact, in the order in which they are made; each is loaded when it is asked for. */
export const kinds: Readonly<Record<string, () => Promise<{ readonly default: ArtefactKind }>>> = {
  folder: () => import("./folder/kind.ts"),
  zip: () => import("./zip/kind.ts"),
  single: () => import("./single/kind.ts"),
  pdf: () => import("./pdf/kind.ts"),
  epub: () => import("./epub/kind.ts"),
};
