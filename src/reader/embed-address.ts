import { parseColour } from "#widgets/accent.ts";
import {
  type EmbeddedList,
  type EmbedTheme,
  embeddedLists,
  embedThemes,
  type StoryKind,
  storyKinds,
} from "#widgets/embed-address.ts";

/** What the page that makes embeds is asked for, as its address says it. */
export type EmbedChoice = {
  readonly what:
    | { readonly kind: StoryKind; readonly slug: string | undefined }
    | { readonly kind: EmbeddedList; readonly slug: string | undefined }
    | { readonly kind: "search" };
  readonly theme: EmbedTheme;
  /** Six hexadecimal digits. */
  readonly accent?: string;
};

/** What is unknown or missing in an address is as usual: a card, in the colours of the device. */
export function readEmbedChoice(search: URLSearchParams): EmbedChoice {
  const kind = search.get("kind");
  const slug = search.get("id") || undefined;
  const accent = parseColour(search.get("accent") ?? "")?.slice(1);
  const list = embeddedLists.find((one) => one === kind);
  return {
    what:
      kind === "search"
        ? { kind }
        : list
          ? { kind: list, slug }
          : { kind: storyKinds.find((one) => one === kind) ?? "card", slug },
    theme: embedThemes.find((one) => one === search.get("theme")) ?? "auto",
    ...(accent !== undefined && { accent }),
  };
}

/** The query part of the address. */
export function writeEmbedChoice({ what, theme, accent }: EmbedChoice): string {
  const search = new URLSearchParams({ kind: what.kind });
  if (what.kind !== "search" && what.slug !== undefined) search.set("id", what.slug);
  if (theme !== "auto") search.set("theme", theme);
  if (accent !== undefined) search.set("accent", accent);
  return `?${search}`;
}
