/**
 * The address of a page from the path of its file, without slashes at the ends: `content/homework/problem-2/index.md`
 * and `content/homework/problem-2.md` both have `homework/problem-2`. Undefined for a file that is no page.
 */
export function addressOf(path: string): string | undefined {
  const match =
    /^content\/(.+?)(?:\/index)?\.md$/.exec(path) ?? /^content\/(.+)\/assignment\.yaml$/.exec(path);
  const address = match?.[1];
  return address === undefined || address.split("/").includes("..") ? undefined : address;
}

/**
 * A link from one page to another that works under any base path and from a folder on disk, because it is relative.
 * `relativeLink("homework/problem-2", "homework/problem-1", "a")` is `../problem-1/#a`.
 */
export function relativeLink(from: string, to: string, fragment = ""): string {
  const hash = fragment === "" ? "" : `#${encodeURI(fragment)}`;
  if (from === to) return hash === "" ? "./" : hash;
  const source = from === "" ? [] : from.split("/");
  const target = to === "" ? [] : to.split("/");
  let shared = 0;
  while (shared < source.length && shared < target.length && source[shared] === target[shared]) shared++;
  const up = "../".repeat(source.length - shared);
  const down = target.slice(shared).map((name) => `${encodeURIComponent(name)}/`);
  return `${up}${down.join("")}${hash}` || "./";
}

/** A link's path or fragment as its characters (`%C3%BC` → `ü`); what is not encoded properly stays as it is. */
export function decodeLink(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
