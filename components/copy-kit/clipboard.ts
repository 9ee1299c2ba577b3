import type { Copy } from "./formats.ts";

/**
 * Puts a text onto the clipboard; false where the browser allows none of its ways. Has to be called while a key or a
 * button is being pressed.
 */
export async function copyText({ text, html }: Copy): Promise<boolean> {
  try {
    if (html === undefined) await navigator.clipboard.writeText(text);
    else
      await navigator.clipboard.write([new ClipboardItem(blobs({ "text/plain": text, "text/html": html }))]);
    return true;
  } catch {
    return copyByEvent(text, html);
  }
}

function blobs(texts: Readonly<Record<string, string>>): Record<string, Blob> {
  return Object.fromEntries(Object.entries(texts).map(([type, text]) => [type, new Blob([text], { type })]));
}

/** The way of pages that are no secure context: the answer to a copy command says what is copied. */
function copyByEvent(text: string, html: string | undefined): boolean {
  let isCopied = false;
  const answer = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData("text/plain", text);
    if (html !== undefined) event.clipboardData?.setData("text/html", html);
    isCopied = event.clipboardData !== null;
  };
  document.addEventListener("copy", answer, { capture: true });
  try {
    return document.execCommand("copy") && isCopied;
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", answer, { capture: true });
  }
}
