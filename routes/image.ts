import { readFile } from "node:fs/promises";
import type { APIRoute } from "astro";
import { readSite } from "./site.ts";

const types: Readonly<Record<string, string>> = {
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
};

/** The images that problems show, each at its name below the problem's own address. */
export async function getStaticPaths() {
  const { problems } = await readSite();
  return problems.flatMap(({ address, images }) =>
    Object.entries(images).map(([name, path]) => ({
      params: { image: `${address}/${name}` },
      props: { path },
    })),
  );
}

export const GET: APIRoute<{ path: string }> = async ({ props }) => {
  const type = types[props.path.split(".").at(-1)?.toLowerCase() ?? ""] ?? "application/octet-stream";
  return new Response(new Uint8Array(await readFile(props.path)), { headers: { "Content-Type": type } });
};
