import type { Named } from "./article.ts";
import type { Language } from "./language.ts";

/** A newsroom's settings, as newsroom.json gives them. */
export type Newsroom = {
  readonly name: string;
  readonly tagline?: string;
  /** The public address of the site, ending in "/". Absent while nobody has said where it will live. */
  readonly url?: string;
  readonly language: Language;
  /** IANA name: "Asia/Karachi". */
  readonly timeZone: string;
  /** Numbers and times are printed in these digits (a numbering system of Unicode: "latn", "arabext"); see digitsOf. */
  readonly digits?: string;
  /** "h12" prints 3:30 PM, "h23" 15:30, which is the usual. */
  readonly hourCycle?: "h12" | "h23";
  /** In the order of the front page. Sections that only the copy names come after these. */
  readonly sections: readonly Named[];
  /** The section of copy that names none. */
  readonly defaultSection: Named;
  /** The slug of the article that leads the front page; the newest with a picture otherwise. */
  readonly lead?: string;
  readonly licence?: string;
  /** A JSON feed that the reader reads by itself in the browser, instead of a printed edition. */
  readonly live?: string;
  /** Searches that are offered to readers, each with feeds of what it finds. */
  readonly searches?: readonly NamedSearch[];
};

/** `query` is as it is typed into the search: "ferry section:harbour". */
export type NamedSearch = Named & { readonly query: string };

/** The digits of a newsroom that has not chosen any: Bengali ones in Bengali, otherwise those that most of the world reads. */
export function digitsOf({ digits, language }: Pick<Newsroom, "digits" | "language">): string {
  return digits ?? (language.split("-")[0] === "bn" ? "beng" : "latn");
}
