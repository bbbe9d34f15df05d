import { digitsOf, type Newsroom } from "#domain/newsroom.ts";
import type { Catalogue, Words } from "#words/words.ts";
import type { HeadlineList } from "./headline-list.ts";
import type { ListKind } from "./paths.ts";

/** What a list's page is called: its name, and for a month the month in words. */
export function listTitle(
  { kind, slug, name }: Pick<HeadlineList, "kind" | "slug" | "name">,
  newsroom: Pick<Newsroom, "language" | "digits">,
): string {
  if (kind !== "months") return name;
  return new Intl.DateTimeFormat(newsroom.language, {
    year: "numeric",
    month: "long",
    timeZone: "UTC",
    calendar: "gregory",
    numberingSystem: digitsOf(newsroom),
  }).format(Date.parse(`${slug}-15T12:00:00Z`));
}

const descriptions: Readonly<Record<ListKind, keyof Catalogue["counted"]>> = {
  sections: "inSection",
  topics: "aboutTopic",
  places: "fromPlace",
  authors: "byAuthor",
  credits: "withCredit",
  months: "ofMonth",
};

export function listDescription(list: HeadlineList, newsroom: Newsroom, words: Words): string {
  const values = { name: listTitle(list, newsroom), newsroom: newsroom.name };
  return words.count(descriptions[list.kind], list.count, values);
}

/** Which page of how many. Pages are numbered from the oldest; a reader counts from the newest. */
export function pageOf({ page, fullPages }: Pick<HeadlineList, "page" | "fullPages">, words: Words): string {
  const printed = page === "latest" ? 1 : fullPages + 2 - page;
  return words.fill("page", { page: words.number(printed), pages: words.number(fullPages + 1) });
}

const overviews: Readonly<Record<ListKind, keyof Catalogue["plain"]>> = {
  sections: "sections",
  topics: "topics",
  places: "places",
  authors: "authors",
  credits: "pictureCredits",
  months: "archive",
};

/** What the page that lists all lists of a kind is called. */
export function overviewTitle(kind: ListKind, { plain }: Words): string {
  return plain[overviews[kind]];
}
