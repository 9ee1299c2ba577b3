import type { APIRoute } from "astro";
import type { Card } from "../anchors/cards/card.ts";
import { readDeck } from "./cards.ts";

/** The image of every card. Without an address of the site no page can name one, and none is made. */
export async function getStaticPaths() {
  if (import.meta.env.SITE === undefined) return [];
  const { cards } = await readDeck();
  return [...cards].map(([name, card]) => ({ params: { card: name }, props: { card } }));
}

export const GET: APIRoute<{ card: Card }> = async ({ props }) => {
  const { studio } = await readDeck();
  return new Response(await studio.image(props.card), { headers: { "Content-Type": "image/png" } });
};
