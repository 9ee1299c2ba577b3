import type { Manifest, ManifestPlace } from "../manifest.ts";

/** The part of a manifest whose places, pages or experiments hold a text; without one, all of it. */
export function select(manifest: Manifest, only: string | undefined): Manifest {
  if (only === undefined) return manifest;
  const isMeant = ({ file, line, column, page, ...rest }: ManifestPlace & { readonly experiment?: string }) =>
    `${file}:${line}:${column} ${page} ${rest.experiment ?? ""}`.includes(only);
  return {
    ...manifest,
    numbers: manifest.numbers.filter(isMeant),
    formulas: manifest.formulas.filter(isMeant),
    figures: manifest.figures.filter(isMeant),
  };
}

/** The addresses of the pages that a manifest claims something of, in its order. */
export function pagesOf({ numbers, formulas, figures }: Manifest): ReadonlySet<string> {
  const places: readonly ManifestPlace[] = [...numbers, ...formulas, ...figures];
  return new Set(places.map(({ page }) => page));
}
