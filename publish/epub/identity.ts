import { createHash } from "node:crypto";
import type { Choice } from "../linear/choice.ts";
import type { Provenance } from "../provenance.ts";

/** Which book it is, and which edition of it. */
export interface Identity {
  readonly identifier: string;
  /** When the sources were last changed, as EPUB wants it: `2026-01-31T12:00:00Z`. */
  readonly modified: string;
}

/** The namespace of addresses in RFC 9562, appendix C. */
export const urlNamespace = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";

/** What stands for the time of an edition whose sources have none. */
const unknownTime = "1980-01-01T00:00:00Z";

/**
 * A book is known by its address and by what it leaves out, its editions by the time of their commit: together they are
 * what EPUB 3.3 calls the release identifier, so that a newer edition takes the place of an older one. Sources without
 * a commit, or changed since, have no such time: then each build is a book of its own.
 */
export function identify(
  { live, repository, commit, time, build }: Provenance,
  { title, address }: { readonly title: string; readonly address: string },
  { solutions, hints }: Choice,
): Identity {
  const home = live ?? (repository === undefined ? `ansatz:${encodeURIComponent(title)}/` : `${repository}#`);
  const kind = `?solutions=${solutions}&hints=${hints}`;
  const isEdition = time !== undefined && commit !== undefined && !commit.endsWith("-dirty");
  const name = `${home}${address}/${kind}${isEdition ? "" : `&build=${build}`}`;
  return {
    identifier: `urn:uuid:${uuidOf(urlNamespace, name)}`,
    modified: time ?? unknownTime,
  };
}

/** The UUID of a name within a namespace (version 5 of RFC 9562). */
export function uuidOf(namespace: string, name: string): string {
  const hash = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(name);
  const bytes = hash.digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
