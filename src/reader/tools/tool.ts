import type { ToolWords } from "#words/tools/load-tool-words.ts";

/** A tool that a page offers by an element with this in its data-tool. */
export type ToolName = "settings";

export type SheetProps = { readonly words: ToolWords; readonly onClose: () => void };
