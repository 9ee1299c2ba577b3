import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Manifest, manifestFile, manifestVersion } from "../manifest.ts";
import { VerifyRefusal } from "./refusal.ts";
import { serve } from "./static-server.ts";

/** A built site that is served, and what it claims. */
export interface OpenSite {
  /** The address of the site's first page, with a slash at its end. */
  readonly url: string;
  readonly manifest: Manifest;
  close(): Promise<void>;
}

/**
 * A folder that holds a built site, served on this machine, or a site that is served already. Throws a refusal where
 * there is no manifest, or one of another version. Nothing is built.
 */
export async function openSite(target: string): Promise<OpenSite> {
  if (/^https?:\/\//.test(target)) return openServed(target);
  const text = await readFile(join(target, manifestFile), "utf8").catch(() => undefined);
  if (text === undefined) {
    throw new VerifyRefusal(
      `${target} holds no built site (it has no ${manifestFile}): run \`npm run build\` first`,
    );
  }
  const manifest = parseManifest(text, join(target, manifestFile));
  const { url, close } = await serve(target, manifest.base);
  return { url, manifest, close };
}

async function openServed(target: string): Promise<OpenSite> {
  const url = target.endsWith("/") ? target : `${target}/`;
  const address = `${url}${manifestFile}`;
  const response = await fetch(address).catch((error: unknown) => {
    throw new VerifyRefusal(
      `${address} cannot be reached: ${error instanceof Error ? error.message : error}`,
    );
  });
  if (!response.ok)
    throw new VerifyRefusal(
      `${address} answers ${response.status}: give the address of the first page of a built site`,
    );
  return { url, manifest: parseManifest(await response.text(), address), close: async () => {} };
}

function parseManifest(text: string, from: string): Manifest {
  let manifest: Partial<Manifest>;
  try {
    manifest = JSON.parse(text) as Partial<Manifest>;
  } catch {
    throw new VerifyRefusal(`${from} is not JSON: build the site again`);
  }
  if (manifest.version !== manifestVersion) {
    throw new VerifyRefusal(
      `${from} has version ${manifest.version ?? "none"} of the manifest; this \`ansatz verify\` reads ${manifestVersion}`,
    );
  }
  return manifest as Manifest;
}
