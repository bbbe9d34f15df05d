/** The elements of HTML for the marks of a run of text. */
export const markElements = {
  emphasis: "em",
  strong: "strong",
  code: "code",
  mark: "mark",
  small: "small",
  sub: "sub",
  sup: "sup",
  strike: "s",
} as const;

const references: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as it stands in HTML, between tags or in a quoted attribute. */
export function escapedHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => references[sign] ?? sign);
}

/** What XML 1.0 allows nowhere, not even as a reference: most controls, halves of surrogate pairs, U+FFFE and U+FFFF. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** The same in XML 1.0, without what may not stand there. A bare carriage return would be read as a line feed. */
export function escapedXml(text: string): string {
  return escapedHtml(text.replace(forbidden, "")).replaceAll("\r", "&#13;");
}

/** JSON that cannot end the script element that it stands in. */
export function scriptSafe(json: string): string {
  return json.replace(/</gu, "\\u003c");
}
