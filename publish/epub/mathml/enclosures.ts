import { attributeOf, type Element } from "../xml.ts";

const strike = (direction: string) =>
  `background: linear-gradient(to ${direction}, transparent 48%, currentColor 48%, currentColor 52%, transparent 52%)`;

/** What a frame or a stroke through a formula is in a style sheet. */
const styles: Readonly<Record<string, string>> = {
  box: "border: 1px solid; padding: 0.3em",
  top: "border-top: 1px solid; padding-top: 0.1em",
  bottom: "border-bottom: 1px solid; padding-bottom: 0.1em",
  left: "border-left: 1px solid",
  right: "border-right: 1px solid",
  updiagonalstrike: strike("bottom right"),
  downdiagonalstrike: strike("bottom left"),
  horizontalstrike: strike("bottom"),
};

/** A frame or a stroke as a style, too, for browsers know `menclose` no longer. */
export function enclose(node: Element): Element {
  const notations = (attributeOf(node, "notation") ?? "box").split(/\s+/);
  const value = notations.flatMap((each) => styles[each] ?? []).join("; ");
  return value === "" ? node : { ...node, attrs: [...node.attrs, { name: "style", value }] };
}
