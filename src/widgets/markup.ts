import { escapedHtml } from "#domain/markup.ts";

/** A piece of a widget, from which the press makes HTML and a live widget makes nodes. Texts are never read as HTML; what is undefined is not there. */
export type Markup = string | Element;

export type Element = {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly (Markup | undefined)[];
};

type Attributes = Readonly<Record<string, string | undefined>>;

/** Elements that have no end tag. */
const empty = new Set(["br", "hr", "img", "input", "source"]);

export function element(name: string, attributes: Attributes, ...children: readonly (Markup | undefined)[]): Element {
  return { name, attributes, children };
}

/** As HTML. */
export function renderMarkup(markup: Markup): string {
  if (typeof markup === "string") return escapedHtml(markup);
  const { name, attributes, children } = markup;
  let html = `<${name}`;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) html += ` ${key}="${escapedHtml(value)}"`;
  html += ">";
  if (empty.has(name)) return html;
  for (const child of children) if (child !== undefined) html += renderMarkup(child);
  return `${html}</${name}>`;
}
