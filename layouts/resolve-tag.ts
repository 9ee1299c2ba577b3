import { isTag } from "../anchors/tag-form.ts";
import { siteAddress } from "./site-address.ts";

/**
 * On the page of what cannot be found: leads a tag in small letters to its page, which hosts of files do not find by
 * themselves, and says of one in capitals that there is none.
 */
export function resolveTag(): void {
  const written = /\/t\/([^/]+)\/?(?:index\.html)?$/.exec(location.pathname)?.[1] ?? "";
  const tag = written.toUpperCase();
  if (!isTag(tag)) return;
  if (tag !== written) location.replace(siteAddress(`t/${tag}/${location.search}${location.hash}`));
  else
    document.querySelector("[data-about-tag]")?.prepend(`There is no permanent tag ${tag} in this course. `);
}
