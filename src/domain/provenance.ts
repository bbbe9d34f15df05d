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
      readonly charset: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
      /** In order of `from`, never overlapping. */
      readonly claims: readonly Claim[];
    }
  | { readonly kind: "json-feed"; readonly file: string };
