import type { Newsroom } from "#domain/newsroom.ts";

/** What the page of live embeds and its script have to agree on. */
export const livePage = {
  /** The element with what the script needs to know, as JSON. */
  settingId: "live-setting",
  /** The event that tells the script of every embed that something else is shown now. */
  drawn: "dateline-drawn",
} as const;

export type LiveSetting = {
  readonly newsroom: Newsroom;
  /** Where the site lies on its host: "/" or "/news/". */
  readonly base: string;
};
