import type { Page } from "@playwright/test";

/**
 * Everything that goes wrong in a page from now on: console errors and warnings, uncaught errors, failed requests,
 * requests to another host, and what the Content-Security-Policy stopped. The list grows while the page lives.
 */
export function collectComplaints(page: Page, home: string): string[] {
  const complaints: string[] = [];
  const { origin } = new URL(home);
  page.on("console", (message) => {
    // said by Playwright itself, where a test does without what is kept offline
    if (message.text().startsWith("Service Worker registration blocked by Playwright")) return;
    if (message.type() === "error" || message.type() === "warning")
      complaints.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => {
    // What the test's own next step cut off did not fail; what is missing answers 404 below.
    const isCutOff = request.failure()?.errorText === "net::ERR_ABORTED";
    if (isCutOff && ["font", "script"].includes(request.resourceType())) return;
    complaints.push(`failed: ${request.url()} (${request.failure()?.errorText})`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    const isOwn = url.origin === origin || url.protocol === "data:" || url.protocol === "blob:";
    if (!isOwn) complaints.push(`to another host: ${request.url()}`);
  });
  return complaints;
}
