/** The encodings that wire copy is met in. */
export type Charset = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Copy as text, and the way back from its characters to the bytes of the file. */
export type DecodedCopy = {
  readonly text: string;
  readonly charset: Charset;
  /** The byte at which the character at this index (in UTF-16 units) begins; for text.length, the file's length. */
  readonly byteAt: (index: number) => number;
};

/**
 * Decodes copy by its byte order mark, by the NULs that betray UTF-16 without one, as UTF-8 when it is valid UTF-8,
 * and otherwise as Windows-1252. Never fails: every byte is a character in Windows-1252.
 */
export function decodeCopy(bytes: Uint8Array): DecodedCopy {
  const charset = charsetOf(bytes);
  const start = markLength(bytes, charset);
  const body = bytes.subarray(start);
  const text = new TextDecoder(charset, { ignoreBOM: true }).decode(body);
  switch (charset) {
    case "utf-16le":
    case "utf-16be":
      return { text, charset, byteAt: (index) => Math.min(start + index * 2, bytes.length) };
    case "windows-1252":
      return { text, charset, byteAt: (index) => start + index };
    case "utf-8":
      return { text, charset, byteAt: utf8Offsets(text, start) };
  }
}

function charsetOf(bytes: Uint8Array): Charset {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const pattern = nulPattern(bytes);
  if (pattern) return pattern;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

function markLength(bytes: Uint8Array, charset: Charset): number {
  switch (charset) {
    case "utf-8":
      return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    case "utf-16le":
      return bytes[0] === 0xff && bytes[1] === 0xfe ? 2 : 0;
    case "utf-16be":
      return bytes[0] === 0xfe && bytes[1] === 0xff ? 2 : 0;
    case "windows-1252":
      return 0;
  }
}

/** Latin text in UTF-16 has a NUL in nearly every second byte, always on the same side. */
function nulPattern(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes.length < 8 || bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, 512);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const pairs = sample.length / 2;
  if (odd > pairs * 0.7 && even < pairs * 0.05) return "utf-16le";
  if (even > pairs * 0.7 && odd < pairs * 0.05) return "utf-16be";
  return undefined;
}

function utf8Offsets(text: string, start: number): (index: number) => number {
  const offsets = new Uint32Array(text.length + 1);
  let offset = start;
  for (let at = 0; at < text.length; at += 1) {
    offsets[at] = offset;
    const unit = text.charCodeAt(at);
    const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff;
    // A pair of surrogates is four bytes: two for each half, so that the sum is right after both.
    if (unit < 0x80) offset += 1;
    else if (unit < 0x800 || isLowSurrogate || (unit >= 0xd800 && unit <= 0xdbff)) offset += 2;
    else offset += 3;
  }
  offsets[text.length] = offset;
  return (index) => offsets[index] ?? offset;
}
