import { type CopyProblem, sayProblem } from "#domain/copy-problem.ts";
import type { Reason } from "#edition/article-document.ts";
import type { EditionProblem } from "#edition/edition-problem.ts";
import type { ListKind } from "#edition/paths.ts";
import type { BodyWords } from "#ui/article-body.tsx";

/** Everything that the interface says, in English. Sentences are whole: nothing is put together on a page. */
export const interfaceLanguage = "en";

const plurals = new Intl.PluralRules(interfaceLanguage);

function counted(number: number, one: string, other: string): string {
  return `${number.toLocaleString(interfaceLanguage)} ${plurals.select(number) === "one" ? one : other}`;
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat(interfaceLanguage, { type: "conjunction" }).format(names);
}

export const words = {
  skip: "Skip to the page",
  sections: "Sections",
  search: "Search",
  searchFor: "Search for",
  latest: "Latest",
  noArticles: "There are no articles yet.",
  related: "Related",
  alsoRead: "Also read",
  skipAlsoRead: "Go on reading",
  by: "By",
  published: "Published",
  updated: "Updated",
  dateline: "Filed from",
  correction: "Correction",
  topics: "Topics",
  places: "Places",
  sources: "Sources",
  licence: "Licence",
  original: "Original",
  asFiled: "View as filed",
  asFiledTitle: "As filed",
  backToStory: "Back to the story",
  saveFiled: "Save the file",
  derived: "The headline was made from the first sentence; the copy had none.",
  withdrawn: "This article has been withdrawn.",
  inSection: "More in this section",
  earlier: "Earlier",
  later: "Later",
  newerStories: "Newer stories",
  olderStories: "Older stories",
  pages: "Pages",
  more: "More",
  archive: "Archive",
  openFile: "Open a file",
  feed: "Feed",
  notices: "Licences",
  about: "About this edition",
  loading: "Loading …",
  tryAgain: "Try again",
  toFront: "Go to the front page",
  section: "Section",
  allSections: "All sections",
  date: "Date",
  from: "From",
  until: "Until",
  filters: "Filters",
  clear: "Clear all filters",
  sort: "Order",
  byRelevance: "Best match first",
  byDate: "Newest first",
  moreResults: "More results",
  noWords: "Type a name, a place or a few words.",
  noScripts: "Searching needs scripts, which are off. The archive lists every article by its month.",
  mostWords: "No article has all of these words; these have most of them.",
  noPicture: "Picture",
  choose: "Choose files",
  dropHere: "Drop a JSON Feed (.json) or a wire story (.txt) here, or choose one.",
  nothingUploaded: "It is read on this device. Nothing is uploaded.",
  notKept: "A file stays open until this page is reloaded or closed.",
  reading: "Reading the file …",
  nothingReadable: "Nothing in it could be read",
  openAnother: "Open another file",
  backToSite: "Back to the site",
} as const;

export const sayArticles = (number: number) => counted(number, "article", "articles");
export const sayResults = (number: number) => (number === 0 ? "No results" : counted(number, "result", "results"));
export const sayMinutes = (number: number) => counted(number, "minute’s read", "minutes’ read");
export const sayNewStories = (number: number) => `Show ${counted(number, "new story", "new stories")}`;
export const sayUnread = (number: number) => counted(number, "item could not be read", "items could not be read");
export const sayMoreIn = (section: string) => `More in ${section}`;
export const sayPage = (page: number, pages: number) => `Page ${page} of ${pages}`;
export const sayOpened = (names: readonly string[]) => `You are reading ${listed(names)}, opened from this device.`;
export const sayNothingFound = (query: string) =>
  query === ""
    ? "No article lies within these filters."
    : `No article has “${query}”. Check the spelling, use fewer or other words, or look through a section.`;
export const saySearchTitle = (query: string) => (query === "" ? "Search" : `Search: ${query}`);

/** Why a story is related. */
export function sayReason(reason: Reason): string {
  switch (reason.kind) {
    case "place":
      return `Also in ${reason.name}`;
    case "topic":
      return `Also about ${reason.name}`;
    case "author":
      return `Also by ${reason.name}`;
    case "words":
      return reason.words.length > 0 ? `Both mention ${listed(reason.words)}` : "Much alike";
  }
}

/** What stands above the name of a list. */
export function sayKind(kind: ListKind): string {
  switch (kind) {
    case "sections":
      return "Section";
    case "topics":
      return "Topic";
    case "places":
      return "Place";
    case "authors":
      return "Author";
    case "credits":
      return "Picture credit";
    case "months":
      return "Archive";
  }
}

/** For an overview that has nothing to list. */
export function sayNothingListed(kind: ListKind): string {
  switch (kind) {
    case "sections":
      return "No article names a section.";
    case "topics":
      return "No article names a topic.";
    case "places":
      return "No article names a place.";
    case "authors":
      return "No article names an author.";
    case "credits":
      return "No picture has a credit.";
    case "months":
      return words.noArticles;
  }
}

export function sayCopyProblem(problem: CopyProblem): string {
  return `${problem.file}: ${sayProblem(problem)}`;
}

/** What went wrong, and what to do about it. */
export function sayEditionProblem({ kind, path }: EditionProblem): { readonly title: string; readonly advice: string } {
  switch (kind) {
    case "missing":
      return path.startsWith("articles/") ? articleMissing : pageMissing;
    case "unreachable":
      return {
        title: "This page could not be reached",
        advice: "You may be offline, or the site may be down for a moment. Try again.",
      };
    case "unreadable":
      return {
        title: "This page did not arrive whole",
        advice: "The site may just be being published. Try again in a minute.",
      };
    case "too-new":
      return { title: "This site was published with a newer reader", advice: "Reload the page to get it." };
  }
}

const articleMissing = {
  title: "We could not find that article",
  advice: "It may have been moved, or its address may be mistyped. Search for it, or start from the front page.",
};
export const pageMissing = {
  title: "We could not find that page",
  advice: "Its address may be mistyped. Search for it, or start from the front page.",
};
export const feedSpiked = {
  title: "This site’s feed could not be read",
  advice: "What was found is below, for whoever looks after this site. Try again in a minute.",
};
export const unexpected = {
  title: "Something went wrong on this page",
  advice: "That is our mistake. Try again, or start from the front page.",
};

export const bodyWords: BodyWords = {
  language: interfaceLanguage,
  caption: "Image caption:",
  credit: "Image source:",
  table: "Table",
  code: "Code",
  gallery: "Pictures",
};

/** What a stretch of a story as filed gave. */
export function sayField(field: string): string {
  const [, name = field, , part] = /^(\w+)(\[\d+\])?(?:\.(\w+))?$/u.exec(field) ?? [];
  const names: Readonly<Record<string, string>> = {
    published: "Date",
    caption: "Caption",
    credit: "Credit",
    dateline: "Dateline",
    headline: "Headline",
    standfirst: "Standfirst",
    slug: "Slug",
    bylines: "Byline",
    body: "Paragraph",
  };
  return names[part ?? name] ?? name;
}
