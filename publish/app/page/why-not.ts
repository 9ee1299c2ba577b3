/** Why a browser keeps nothing, in words. */
export function whyNot(error: unknown): string {
  const isForbidden = error instanceof DOMException && error.name !== "AbortError";
  return isForbidden
    ? "the browser does not allow it here, as in a private window or where storage is blocked"
    : "what keeps it could not be fetched; try again when the server can be reached";
}
