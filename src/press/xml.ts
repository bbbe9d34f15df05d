import { escapedXml } from "#domain/markup.ts";

/** A piece of XML that is well-formed: only the functions below make it, and they escape what they are given. */
export type Xml = string & { readonly __brand: "Xml" };

/** An attribute that is undefined is left out. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element that holds a text, or other elements. */
export function element(name: string, content: string | readonly Xml[], attributes: Attributes = {}): Xml {
  const inside = typeof content === "string" ? escapedXml(content) : content.join("");
  const head = [name, ...Object.entries(attributes).flatMap(attribute)].join(" ");
  return (inside === "" ? `<${head}/>` : `<${head}>${inside}</${name}>`) as Xml;
}

/** A whole file: its root element, and what says that it is XML 1.0 in UTF-8. */
export function xmlFile(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function attribute([name, value]: [string, string | number | undefined]): string[] {
  return value === undefined ? [] : [`${name}="${escapedXml(String(value)).replace(/[\t\n]/gu, referenceTo)}"`];
}

function referenceTo(sign: string): string {
  return `&#${sign.charCodeAt(0)};`;
}
