/**
 * Directives that say something else from disk: there is nothing to fetch and no manifest to read, and the only
 * worker a browser starts there comes from a blob.
 */
const onDisk: Readonly<Record<string, string>> = {
  "connect-src": "'none'",
  "manifest-src": "'none'",
  "worker-src": "blob:",
};

/**
 * The Content-Security-Policy of a page that is opened from disk; everything else stays as strict as it was.
 *
 * `'self'` stays: Chromium 156 takes it for any `file:` address (and calls a `file:` source with a path invalid),
 * Firefox 153 exempts what is loaded from disk from the policy altogether.
 */
export function policyOnDisk(policy: string): string {
  return policy
    .split(";")
    .map((directive) => {
      const [name = "", ...sources] = directive.trim().split(/\s+/);
      const replaced = sources.join() === "'none'" ? undefined : onDisk[name.toLowerCase()];
      return [name, ...(replaced === undefined ? sources : [replaced])].join(" ");
    })
    .filter((directive) => directive !== "")
    .join("; ");
}
