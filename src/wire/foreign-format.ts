import { isRecord } from "#domain/field-reader.ts";

/** What a file that is no copy for us seems to be, and how its owner mends that. */
export type Strange = { readonly found: string; readonly mend: string };

const signatures: readonly (readonly [string, readonly number[], number?])[] = [
  ["a ZIP archive or an office document", [0x50, 0x4b, 0x03, 0x04]],
  ["a PDF", [0x25, 0x50, 0x44, 0x46]],
  ["a JPEG picture", [0xff, 0xd8, 0xff]],
  ["a PNG picture", [0x89, 0x50, 0x4e, 0x47]],
  ["a GIF picture", [0x47, 0x49, 0x46, 0x38]],
  ["a gzip archive", [0x1f, 0x8b]],
  ["an old Word document", [0xd0, 0xcf, 0x11, 0xe0]],
  ["an RTF document", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["a WebP picture", [0x57, 0x45, 0x42, 0x50], 8],
];

/** What kind of binary file this is, or undefined when it may be text. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  const signature = signatures.find(([, sign, offset = 0]) => sign.every((byte, at) => bytes[offset + at] === byte));
  if (signature) return signature[0];
  const hasMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (hasMark) return undefined;
  const sample = bytes.subarray(0, 4_096);
  let even = 0;
  let odd = 0;
  let control = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const byte = sample[at] ?? 0;
    if (byte === 0) {
      if (at % 2 === 0) even += 1;
      else odd += 1;
    } else if (isControl(byte)) control += 1;
  }
  // NULs on one side only are UTF-16 without a mark, a few are the padding of an old system; more are no text at all.
  const few = Math.max(8, sample.length * 0.02);
  const most = Math.max(even, odd);
  const isUtf16 = Math.min(even, odd) <= few && most >= sample.length * 0.3;
  return (most <= few || isUtf16) && control <= Math.max(4, sample.length * 0.05) ? undefined : "binary";
}

/** Bytes that text does not have; SOH, STX, ETX and EOT, which the agencies' lines put around a story, are not counted. */
function isControl(byte: number): boolean {
  return byte < 0x20 && byte > 0x04 && (byte < 0x09 || byte > 0x0d);
}

/** Markup and other formats that are text but no wire text. */
export function strangeText(text: string, name: string): Strange | undefined {
  if (/^<[!?a-z]/iu.test(text)) {
    const found = xmlKind(text.slice(0, 2_000));
    return {
      found,
      mend: "This version reads JSON Feed and wire text: export the articles as a JSON Feed, or save the story as plain text.",
    };
  }
  if (/\.(?:md|markdown)$/iu.test(name) || /^---\r?\n[\s\S]{0,2000}?\r?\n---\r?\n/u.test(text)) {
    return {
      found: "Markdown",
      mend: "This version reads JSON Feed and wire text: save the story as plain text (.txt).",
    };
  }
  return undefined;
}

function xmlKind(opening: string): string {
  if (/<(?:!doctype )?html\b/iu.test(opening)) return "a web page";
  if (/xmlns:wp=|\/export\/1\.\d/u.test(opening)) return "a WordPress export";
  if (/<rss\b|<rdf:RDF\b/iu.test(opening)) return "an RSS feed";
  if (/<feed\b/iu.test(opening)) return "an Atom feed";
  if (/<(?:newsItem|newsMessage|packageItem)\b/u.test(opening)) return "NewsML-G2";
  if (/<nitf\b/iu.test(opening)) return "NITF";
  return "XML or HTML";
}

/** What JSON seems to be that does not say that it is a JSON Feed; undefined when it looks like one all the same. */
export function strangeJson(document: Readonly<Record<string, unknown>>): Strange | undefined {
  const mend = "This version reads JSON Feed: https://www.jsonfeed.org/version/1.1/. Ask the sender for one.";
  if ("rss" in document || "channel" in document || "feed" in document || hasRssItems(document["items"])) {
    return { found: "an RSS or Atom feed written as JSON", mend };
  }
  if (
    "uri" in document &&
    ("versioncreated" in document ||
      "versionCreated" in document ||
      "headlines" in document ||
      "body_text" in document ||
      "standard" in document)
  ) {
    return { found: "ninjs", mend };
  }
  return Array.isArray(document["items"]) ? undefined : { found: "JSON without “version” and “items”", mend };
}

/** Items as RSS has them: with a guid, pubDate or link, and without the id that every item of a JSON Feed has. */
function hasRssItems(items: unknown): boolean {
  if (!Array.isArray(items)) return false;
  const records = items.filter(isRecord);
  return (
    records.length > 0 &&
    records.every((item) => !("id" in item) && ("guid" in item || "pubDate" in item || "link" in item))
  );
}
