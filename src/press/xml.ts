/** A piece of XML that is well-formed: only the functions below make it, and they escape what they are given. */
export type Xml = string & { readonly __brand: "Xml" };

/** An attribute that is undefined is left out. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element that holds a text, or other elements. */
export function element(name: string, content: string | readonly Xml[], attributes: Attributes = {}): Xml {
  const inside = typeof content === "string" ? escaped(content) : content.join("");
  const head = [name, ...Object.entries(attributes).flatMap(attribute)].join(" ");
  return (inside === "" ? `<${head}/>` : `<${head}>${inside}</${name}>`) as Xml;
}

/** A whole file: its root element, and what says that it is XML 1.0 in UTF-8. */
export function xmlFile(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function attribute([name, value]: [string, string | number | undefined]): string[] {
  return value === undefined ? [] : [`${name}="${escaped(String(value)).replace(/[\t\n]/gu, referenceTo)}"`];
}

/** What XML 1.0 allows nowhere, not even as a reference: most controls, halves of surrogate pairs, U+FFFE and U+FFFF. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A bare carriage return would be read as a line feed; the rest would be read as XML. */
function escaped(text: string): string {
  return text.replace(forbidden, "").replace(/[&<>"\r]/gu, (sign) => references[sign] ?? referenceTo(sign));
}

const references: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function referenceTo(sign: string): string {
  return `&#${sign.charCodeAt(0)};`;
}
