import { locate, relativeAddress } from "../address.ts";
import type { BuiltSite } from "../built-site.ts";
import type { Obstacles } from "./obstacle.ts";

/** A place in one of the site's files that holds an address. */
export interface Reference {
  readonly site: BuiltSite;
  /** The file that holds it. */
  readonly from: string;
  readonly offset: number;
  readonly obstacles: Obstacles;
}

/** The address of a link as it is on disk; undefined where it can stay. Links to other hosts can. */
export function linkOnDisk(
  { site, from, offset, obstacles }: Reference,
  address: string,
): string | undefined {
  const target = locate(site, from, address);
  if (target.kind === "file") return relativeAddress(from, target.path) + target.tail;
  if (target.kind === "elsewhere" && target.scheme === "file:") {
    obstacles.report("other-host", offset, `“${address}” is a file of one machine`);
  }
  if (target.kind === "missing") obstacles.report("missing-file", offset, `“${address}” leads to no file`);
  return undefined;
}

/** The same for what a page loads, which must be a file of the site or stand in the address itself. */
export function resourceOnDisk(reference: Reference, address: string): string | undefined {
  const target = locate(reference.site, reference.from, address);
  if (target.kind === "elsewhere" && target.scheme !== "data:") {
    reference.obstacles.report(
      "other-host",
      reference.offset,
      `“${address}” is loaded from outside the site`,
    );
  }
  return linkOnDisk(reference, address);
}
