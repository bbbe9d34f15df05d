/** One file of an edition: where it lies, relative to the edition's root, and what is in it. */
export type EditionFile = { readonly path: string; readonly content: string | Uint8Array };
