import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Outcome } from "./outcome.ts";
import type { Report } from "./report.ts";

/** Writes the report as `index.html` into a folder, where the pictures of its failures are. */
export async function writeHtmlReport(folder: string, report: Report): Promise<void> {
  await writeFile(join(folder, "index.html"), renderReport(report));
}

/** The report as a page that needs nothing else: failures first, with pictures; then all that was not run; then the rest. */
export function renderReport({ title, digest, routes, outcomes }: Report): string {
  const rows = Object.entries(routes).map(
    ([route, counts]) =>
      `<tr><th scope="row">${route}</th><td>${counts.passed}</td><td>${counts.failed}</td><td>${counts["not run"]}</td></tr>`,
  );
  const groups = (["failed", "not run", "passed"] as const).map((status) => {
    const own = outcomes.filter((each) => each.status === status);
    const list = `<ul>${own.map(item).join("\n")}</ul>`;
    const heading = `${status[0]?.toUpperCase()}${status.slice(1)}: ${own.length}`;
    return `<details${status === "failed" ? " open" : ""}><summary>${heading}</summary>${list}</details>`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${asText(`Verification of ${title}`)}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
td{text-align:right;padding:0 1rem;font-variant-numeric:tabular-nums}th{text-align:left}
img{display:block;max-width:100%;border:1px solid}summary{font-weight:600;margin:1rem 0}li{overflow-wrap:anywhere}</style></head>
<body><h1>${asText(title)}</h1><p>Verification of build ${asText(digest)}.</p>
<table><thead><tr><th scope="col">Route</th><th scope="col">Passed</th><th scope="col">Failed</th><th scope="col">Not run</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table>
${groups.join("\n")}
</body></html>
`;
}

function item({
  route,
  subject,
  place,
  address,
  expected,
  found,
  tolerance,
  reason,
  device,
  screenshot,
}: Outcome) {
  const facts = [
    reason,
    expected && `expected ${expected}`,
    found && `found ${found}`,
    tolerance !== undefined && `tolerance ${tolerance.toPrecision(2)}`,
    device && `on ${device}`,
    place,
    address,
  ].filter((fact): fact is string => typeof fact === "string" && fact !== "");
  const picture = screenshot
    ? `<img src="${asText(encodeURI(screenshot))}" alt="The page where it failed">`
    : "";
  return `<li><b>${route}</b> ${asText(subject)}<br>${asText(facts.join(" · "))}${picture}</li>`;
}

function asText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
