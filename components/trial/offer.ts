import type { Trial } from "../../markdown/derivations/trial-data.ts";

/**
 * Shows the button “Try your own values” in the panels of checks that have something to try. What evaluates a formula
 * is loaded by the first click on one of them.
 */
export function offerTrials(): void {
  // a page in one file may have been made without it
  if (document.documentElement.dataset["still"] !== undefined) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>(".check-try")) {
    button.hidden = false;
    button.addEventListener("click", () => open(button));
  }
}

async function open(button: HTMLButtonElement): Promise<void> {
  const check = button.closest<HTMLElement>(".check[data-trial]");
  if (check === null || button.ariaDisabled === "true") return;
  button.ariaDisabled = "true";
  button.textContent = "Loading …";
  try {
    const { openTrial } = await import("./form.ts");
    const form = openTrial(JSON.parse(check.dataset["trial"] ?? "{}") as Trial, check);
    button.replaceWith(form);
    form.querySelector("input")?.focus();
  } catch (error) {
    button.ariaDisabled = null;
    button.textContent = "Could not be loaded. Try again";
    console.warn("Values cannot be tried:", error);
  }
}
