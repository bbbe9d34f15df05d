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
  /** In the order of the front page. Sections that only the copy names come after these. */
  readonly sections: readonly Named[];
  /** The section of copy that names none. */
  readonly defaultSection: Named;
  /** The slug of the article that leads the front page; the newest with a picture otherwise. */
  readonly lead?: string;
  readonly licence?: string;
  /** A JSON feed that the reader reads by itself in the browser, instead of a printed edition. */
  readonly live?: string;
};
