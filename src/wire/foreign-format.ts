/** What a file that is no copy for us seems to be, and how its owner mends that. */
export type Strange = { readonly found: string; readonly mend: string };

const signatures: readonly (readonly [string, readonly number[]])[] = [
  ["a ZIP archive or an office document", [0x50, 0x4b, 0x03, 0x04]],
  ["a PDF", [0x25, 0x50, 0x44, 0x46]],
  ["a JPEG picture", [0xff, 0xd8, 0xff]],
  ["a PNG picture", [0x89, 0x50, 0x4e, 0x47]],
  ["a GIF picture", [0x47, 0x49, 0x46, 0x38]],
  ["a gzip archive", [0x1f, 0x8b]],
  ["an old Word document", [0xd0, 0xcf, 0x11, 0xe0]],
  ["an RTF document", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/** What kind of binary file this is, or undefined when it may be text. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  const signature = signatures.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  if (signature) return signature[0];
  if (bytes[0] === 0x52 && bytes[8] === 0x57 && bytes[9] === 0x45) return "a WebP picture";
  const hasMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (hasMark) return undefined;
  const sample = bytes.subarray(0, 4_096);
  let even = 0;
  let odd = 0;
  let control = 0;
  for (const [at, byte] of sample.entries()) {
    if (byte === 0) {
      if (at % 2 === 0) even += 1;
      else odd += 1;
    } else if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte > 0x04)
      control += 1;
  }
  // NULs on one side only are UTF-16 without a mark; on both sides they are no text at all.
  if (Math.min(even, odd) > sample.length * 0.02) return "binary";
  if (Math.max(even, odd) > 0 && Math.max(even, odd) < sample.length * 0.3) return "binary";
  return control > sample.length * 0.1 ? "binary" : undefined;
}

/** Markup and other formats that are text but no wire text. */
export function strangeText(text: string, name: string): Strange | undefined {
  if (text.startsWith("<")) {
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
  if (/<nitf\b/iu.test(opening)) return "NITF";
  if (/<(?:newsItem|newsMessage|packageItem)\b/u.test(opening)) return "NewsML-G2";
  return "XML or HTML";
}

/** JSON of another kind. */
export function strangeJson(document: Readonly<Record<string, unknown>>): Strange {
  const mend = "This version reads JSON Feed: https://www.jsonfeed.org/version/1.1/. Ask the sender for one.";
  if ("rss" in document || "channel" in document || "feed" in document) {
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
  return { found: "JSON without “version” and “items”", mend };
}
