import { escapedHtml } from "#domain/markup.ts";

/** A piece of a widget, from which the press makes HTML and a live widget makes nodes. Texts are never read as HTML. */
export type Markup = string | Element;

export type Element = {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly Markup[];
};

type Attributes = Readonly<Record<string, string>>;

/** Elements that have no end tag. */
const empty = new Set(["br", "hr", "img", "input", "source"]);

export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly (Markup | undefined)[]
): Element {
  const given = Object.entries(attributes).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return { name, attributes: Object.fromEntries(given), children: children.filter((child) => child !== undefined) };
}

/** As HTML. */
export function renderMarkup(markup: Markup): string {
  if (typeof markup === "string") return escapedHtml(markup);
  const { name, attributes, children } = markup;
  let html = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) html += ` ${key}="${escapedHtml(value)}"`;
  html += ">";
  if (empty.has(name)) return html;
  for (const child of children) html += renderMarkup(child);
  return `${html}</${name}>`;
}
