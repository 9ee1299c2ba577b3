import { createHash } from "node:crypto";

/**
 * Sets the reader's chosen theme before anything is drawn, so that nothing flashes. The Content-Security-Policy names
 * inline scripts by their hashes.
 */
export const themeScript =
  'try{const t=localStorage.getItem("theme");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}';

/**
 * Leads on from a page that only forwards, with what the address carries: the query (a figure's state, a date), and
 * the place in the page, where the page says what became of it or the target has none of its own. The page before
 * stays one step back.
 */
export const forwardScript =
  'try{const h=decodeURIComponent(location.hash.slice(1)),e=h&&document.getElementById(h),a=e&&e.querySelector("a[href]")||document.querySelector("a[data-forward]");if(a){const u=new URL(a.href);if(location.search)u.search=location.search;if(!u.hash)u.hash=location.hash;location.replace(u)}}catch{}';

/**
 * What a page may load: only its own files. KaTeX places its glyphs with `style` attributes, which is why those are
 * allowed; style elements and inline scripts are not.
 */
export const contentSecurityPolicy = policyFor(themeScript);

/** The same for a page that forwards. */
export const forwardingPolicy = policyFor(forwardScript);

function policyFor(script: string): string {
  const hash = createHash("sha256").update(script).digest("base64");
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
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
}
