import { type Charset, textOf } from "#domain/charset.ts";

/** Copy as text, and the way back from its characters to the bytes of the file. */
export type DecodedCopy = {
  readonly text: string;
  readonly charset: Charset;
  /** The byte at which the character at this index (in UTF-16 units) begins; for text.length, the file's length. */
  readonly byteAt: (index: number) => number;
  /** How many times something stood there that is no character: each is "\uFFFD" in the text. */
  readonly faults: number;
};

/**
 * Decodes copy by its byte order mark, by the NULs that betray UTF-16 without one, as UTF-8 when it is valid UTF-8 or
 * nearly so, and otherwise as Windows-1252. Never fails: every byte is a character in Windows-1252.
 */
export function decodeCopy(bytes: Uint8Array): DecodedCopy {
  const marked = markedCharset(bytes);
  if (marked) return decoded(bytes, marked);
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return decoded(bytes, "utf-8");
  } catch {
    return decodedFaulty(bytes);
  }
}

function decoded(bytes: Uint8Array, charset: Charset): DecodedCopy {
  const start = markLength(bytes, charset);
  const text = textOf(bytes.subarray(start), charset);
  const width = charset === "windows-1252" ? 1 : 2;
  const byteAt =
    charset === "utf-8" ? utf8Offsets(text, start) : (index: number) => Math.min(start + index * width, bytes.length);
  return { text, charset, byteAt, faults: 0 };
}

/** UTF-8 that was cut off or damaged, if it has more whole characters than faults; otherwise Windows-1252. */
function decodedFaulty(bytes: Uint8Array): DecodedCopy {
  const start = markLength(bytes, "utf-8");
  const { offsets, whole, faults, isCutOff } = walkUtf8(bytes, start);
  if (whole <= faults && !(isCutOff && faults === 1)) return decoded(bytes, "windows-1252");
  return {
    text: textOf(bytes.subarray(start), "utf-8"),
    charset: "utf-8",
    byteAt: (index) => offsets[index] ?? bytes.length,
    faults,
  };
}

type Walk = {
  /** Where each UTF-16 unit of the decoded text begins. */
  readonly offsets: readonly number[];
  /** Whole characters of more than one byte, and what stands for none. */
  readonly whole: number;
  readonly faults: number;
  readonly isCutOff: boolean;
};

/** Goes through UTF-8 as the Encoding Standard decodes it: a character that breaks off is one fault, with the bytes that it has. */
function walkUtf8(bytes: Uint8Array, start: number): Walk {
  const offsets: number[] = [];
  let whole = 0;
  let faults = 0;
  let isCutOff = false;
  for (let at = start; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const size = sizeOf(lead);
    let length = 1;
    while (length < size && continues(bytes[at + length], lead, length)) length += 1;
    offsets.push(at);
    if (length < size || size === 0) {
      faults += 1;
      isCutOff = at + length === bytes.length && size > 0;
    } else if (size > 1) {
      whole += 1;
      if (size === 4) offsets.push(at + 2);
    }
    at += length;
  }
  return { offsets, whole, faults, isCutOff };
}

/** How many bytes a character has that begins with this one; 0 when none does. */
function sizeOf(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/** Whether a byte may stand at this place of a character: the second one is bounded, so that each character has one spelling. */
function continues(byte: number | undefined, lead: number, place: number): boolean {
  if (byte === undefined) return false;
  const least = place === 1 && lead === 0xe0 ? 0xa0 : place === 1 && lead === 0xf0 ? 0x90 : 0x80;
  const most = place === 1 && lead === 0xed ? 0x9f : place === 1 && lead === 0xf4 ? 0x8f : 0xbf;
  return byte >= least && byte <= most;
}

function markedCharset(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return nulPattern(bytes);
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
  if (bytes.length < 8) return undefined;
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
