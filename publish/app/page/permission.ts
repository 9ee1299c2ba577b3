const key = "ansatz-keep";

/** Whether the course may be kept on this device: the reader's word, else unless the reader asks browsers to save data. */
export function mayKeep(): boolean {
  const word = readWord();
  if (word !== null) return word === "yes";
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  return connection?.saveData !== true;
}

/** Keeps the reader's word for all pages. */
export function setMayKeep(isAllowed: boolean): void {
  try {
    localStorage.setItem(key, isAllowed ? "yes" : "no");
  } catch {
    // A reader who allows no storage is asked again.
  }
}

function readWord(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
