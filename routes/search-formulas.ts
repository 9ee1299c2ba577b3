import type { APIRoute } from "astro";
import { searchFormulas } from "./search-data.ts";

interface Props {
  address: string;
  formulas: readonly string[];
}

export async function getStaticPaths() {
  const pages = [...(await searchFormulas())];
  return pages.map(([address, formulas]) => ({ params: { page: address }, props: { address, formulas } }));
}

/** `search/….js` for each problem: its equations as results show them, read when one of them is found. */
export const GET: APIRoute<Props> = ({ props: { address, formulas } }) => {
  const page = address.split("/").map(encodeURIComponent).join("/");
  const text = `ansatzFormulas(${JSON.stringify(page)}, ${JSON.stringify(formulas)});\n`;
  return new Response(text, { headers: { "Content-Type": "text/javascript" } });
};
