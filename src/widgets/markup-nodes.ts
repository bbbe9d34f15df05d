import type { Markup } from "./markup.ts";

/** A piece of a widget as nodes of a document. */
export function markupNode(markup: Markup): Node {
  if (typeof markup === "string") return document.createTextNode(markup);
  const { name, attributes, children } = markup;
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) node.setAttribute(key, value);
  node.append(...children.filter((child) => child !== undefined).map(markupNode));
  return node;
}
