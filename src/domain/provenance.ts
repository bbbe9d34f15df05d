import { type Charset, textOf } from "./charset.ts";

/** Bytes [from, to) of the original. */
export type Range = { readonly from: number; readonly to: number };

/** Which part of the filed copy gave which field: "dateline", "body[3]", "pictures[0].caption". */
export type Claim = Range & { readonly field: string };

/**
 * Where an article came from. For wire text the original is kept whole: the claimed ranges and the rest together
 * are the file byte for byte, so "view as filed" always works and nothing is lost.
 */
export type Provenance =
  | {
      readonly kind: "wire-text";
      readonly file: string;
      /** The file's bytes, base64. */
      readonly filed: string;
      readonly charset: Charset;
      /** In order of `from`, never overlapping. */
      readonly claims: readonly Claim[];
    }
  | { readonly kind: "json-feed"; readonly file: string };

type WireTextProvenance = Extract<Provenance, { kind: "wire-text" }>;

/** RFC 4648 base64, with padding. */
export function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return btoa(parts.join(""));
}

/** The file as it came in, byte for byte. */
export function filedBytes({ filed }: WireTextProvenance): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(filed), (sign) => sign.charCodeAt(0));
}

/** One stretch of the filed text, and the field that it gave; undefined for what no field claims. */
export type FiledStretch = { readonly text: string; readonly field?: string };

/** The filed text in order, taken apart into what each field claims and the rest. Joined, it is the whole file. */
export function filedStretches(provenance: WireTextProvenance): readonly FiledStretch[] {
  const bytes = filedBytes(provenance);
  const textBetween = (from: number, to: number) => textOf(bytes.subarray(from, to), provenance.charset);
  const stretches: FiledStretch[] = [];
  let at = 0;
  for (const { field, from, to } of provenance.claims) {
    if (from > at) stretches.push({ text: textBetween(at, from) });
    stretches.push({ text: textBetween(from, to), field });
    at = to;
  }
  if (at < bytes.length) stretches.push({ text: textBetween(at, bytes.length) });
  return stretches;
}
