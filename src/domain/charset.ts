/** The encodings that wire copy is met in. */
export type Charset = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Bytes as text, a byte order mark included. Never fails: what is no character in its encoding is U+FFFD. */
export function textOf(bytes: Uint8Array, charset: Charset): string {
  return charset === "windows-1252" ? windows1252(bytes) : new TextDecoder(charset, { ignoreBOM: true }).decode(bytes);
}

/** What 0x80 to 0x9F are in Windows-1252; every other byte is the character of its number. */
const upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Node's own decoder takes Windows-1252 for Latin-1, and would turn curly quotes and dashes into control characters. */
function windows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (const byte of bytes)
    parts.push(byte >= 0x80 && byte < 0xa0 ? upper.charAt(byte - 0x80) : String.fromCharCode(byte));
  return parts.join("");
}
