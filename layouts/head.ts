import { createHash } from "node:crypto";

/**
 * Sets the reader's chosen theme before anything is drawn, so that nothing flashes. It is the only inline script,
 * and the Content-Security-Policy names it by its hash.
 */
export const themeScript =
  'try{const t=localStorage.getItem("theme");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}';

const themeHash = createHash("sha256").update(themeScript).digest("base64");

/**
 * What a page may load: only its own files. KaTeX places its glyphs with `style` attributes, which is why those are
 * allowed; style elements and inline scripts are not.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${themeHash}'`,
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
