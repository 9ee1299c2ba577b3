import { createHash } from "node:crypto";

/**
 * The policy of a page that holds all that it needs: its own scripts and styles, by their hashes; fonts, pictures and
 * the worker out of itself; nothing from anywhere.
 */
export function singlePolicy(scripts: readonly string[], styles: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src ${hashes(scripts)}`,
    `style-src ${hashes(styles)}`,
    "style-src-attr 'unsafe-inline'",
    "img-src data:",
    "media-src data:",
    "font-src data:",
    "worker-src blob:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function hashes(texts: readonly string[]): string {
  if (texts.length === 0) return "'none'";
  return [...new Set(texts)].map((text) => `'sha256-${digest(text)}'`).join(" ");
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
