import type { Language } from "./language.ts";
import type { Picture } from "./picture.ts";

/** A run of text inside a block. Marks nest as a tree: a link may hold emphasis, emphasis may hold a link. */
export type Inline =
  | string
  | {
      readonly kind: "emphasis" | "strong" | "code" | "mark" | "small" | "sub" | "sup" | "strike";
      readonly content: readonly Inline[];
    }
  | { readonly kind: "link"; readonly url: string; readonly content: readonly Inline[] }
  | { readonly kind: "foreign"; readonly language: Language; readonly content: readonly Inline[] }
  | { readonly kind: "break" };

/** One block of an article's body, in reading order. */
export type Block =
  | { readonly kind: "paragraph"; readonly content: readonly Inline[] }
  | { readonly kind: "crosshead"; readonly level: 2 | 3 | 4; readonly content: readonly Inline[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly entries: readonly (readonly Block[])[] }
  | { readonly kind: "quote"; readonly blocks: readonly Block[]; readonly attribution?: string }
  | { readonly kind: "pull-quote"; readonly content: readonly Inline[]; readonly attribution?: string }
  | { readonly kind: "figure"; readonly picture: Picture }
  | { readonly kind: "gallery"; readonly pictures: readonly Picture[]; readonly caption?: string }
  | {
      readonly kind: "table";
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
      readonly caption?: string;
    }
  | { readonly kind: "code"; readonly text: string; readonly language?: string }
  | {
      readonly kind: "video" | "audio";
      readonly url: string;
      readonly mime?: string;
      readonly title?: string;
      readonly poster?: Picture;
    }
  | { readonly kind: "embed-link"; readonly url: string; readonly title: string }
  | { readonly kind: "rule" };

/** The words of inline content without their marks. */
export function inlineText(content: readonly Inline[]): string {
  let text = "";
  for (const run of content) {
    if (typeof run === "string") text += run;
    else if (run.kind === "break") text += "\n";
    else text += inlineText(run.content);
  }
  return text;
}

/** Every piece of text that a reader would read in the block, in order, captions and credits included. */
export function* blockTexts(block: Block): Generator<string> {
  switch (block.kind) {
    case "paragraph":
    case "crosshead":
      yield inlineText(block.content);
      return;
    case "pull-quote":
      yield inlineText(block.content);
      if (block.attribution) yield block.attribution;
      return;
    case "quote":
      for (const inner of block.blocks) yield* blockTexts(inner);
      if (block.attribution) yield block.attribution;
      return;
    case "list":
      for (const entry of block.entries) for (const inner of entry) yield* blockTexts(inner);
      return;
    case "figure":
      yield* pictureTexts(block.picture);
      return;
    case "gallery":
      for (const picture of block.pictures) yield* pictureTexts(picture);
      if (block.caption) yield block.caption;
      return;
    case "table":
      if (block.caption) yield block.caption;
      for (const cell of block.head) yield inlineText(cell);
      for (const row of block.rows) for (const cell of row) yield inlineText(cell);
      return;
    case "code":
      yield block.text;
      return;
    case "video":
    case "audio":
      if (block.title) yield block.title;
      return;
    case "embed-link":
      yield block.title;
      return;
    case "rule":
      return;
  }
}

function* pictureTexts({ caption, credit }: Picture): Generator<string> {
  if (caption) yield caption;
  if (credit) yield credit;
}
