import type { Newsroom } from "#domain/newsroom.ts";
import type { HeadlineList } from "./headline-list.ts";
import type { ListKind } from "./paths.ts";

/** What a list's page is called: its name, and for a month the month in words. */
export function listTitle(
  { kind, slug, name }: Pick<HeadlineList, "kind" | "slug" | "name">,
  language: string,
): string {
  if (kind !== "months") return name;
  return new Intl.DateTimeFormat(language, {
    year: "numeric",
    month: "long",
    timeZone: "UTC",
    calendar: "gregory",
    numberingSystem: "latn",
  }).format(Date.parse(`${slug}-15T12:00:00Z`));
}

export function listDescription(list: HeadlineList, newsroom: Newsroom): string {
  const articles = `${list.count} ${list.count === 1 ? "article" : "articles"}`;
  const title = listTitle(list, newsroom.language);
  switch (list.kind) {
    case "sections":
      return `${title}: ${articles} in ${newsroom.name}.`;
    case "topics":
      return `${articles} about ${title} in ${newsroom.name}.`;
    case "places":
      return `${articles} from or about ${title} in ${newsroom.name}.`;
    case "authors":
      return `${articles} by ${title} in ${newsroom.name}.`;
    case "credits":
      return `${articles} with pictures credited to ${title} in ${newsroom.name}.`;
    case "months":
      return `${articles} from ${title} in ${newsroom.name}.`;
  }
}

/** What the page that lists all lists of a kind is called. */
export function overviewTitle(kind: ListKind): string {
  switch (kind) {
    case "sections":
      return "Sections";
    case "topics":
      return "Topics";
    case "places":
      return "Places";
    case "authors":
      return "Authors";
    case "credits":
      return "Picture credits";
    case "months":
      return "Archive";
  }
}
