import type { Toolbar } from "./toolbar.ts";

/** Copies the address of a figure's state; where a browser does not let it, the address is shown. */
export async function copyLink(address: string, toolbar: Toolbar): Promise<void> {
  try {
    await navigator.clipboard.writeText(address);
    toolbar.sayForNow("Link to this state copied.");
  } catch {
    toolbar.sayForNow(`Link to this state: ${address}`);
  }
}
