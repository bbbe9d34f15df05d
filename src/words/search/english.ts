import type { SentencesLike, SpokenLike } from "../words.ts";

/** What only the search says, in English. Fetched with its page. */
export const searchInEnglish = {
  plain: {
    from: "From",
    until: "Until",
    filters: "Filters",
    clearFilters: "Clear all filters",
    order: "Order",
    bestMatchFirst: "Best match first",
    newestFirst: "Newest first",
    oldestFirst: "Oldest first",
    moreResults: "More results",
    whatToType: "Type a name, a place or a few words.",
    searchNeedsScripts: "Searching needs scripts, which are off. The archive lists every article by its month.",
    mostWords: "No article has all of these words; these have most of them.",
    nothingWithinFilters: "No article lies within these filters.",
    completions: "Suggestions",
    word: "Word",
    understood: "Understood as",
    anyTime: "Any time",
    tryInstead: "Try instead",
    throughSections: "Look through a section",
    similar: "Only with a similar word",
    incomplete: "Not everything could be looked at.",
    noDates: "Dates could not be looked at.",
    noIndex: "The search could not be loaded",
    noIndexOffline: "You are offline, and the search is not stored on this device.",
    noIndexReached: "The site’s search index did not come. Try again in a minute.",
    noIndexWhole:
      "The site’s search index did not arrive whole: it may just be being published. Try again in a minute.",
    offline: "You are offline. What is stored on this device is searched.",
    keep: "Keep this search",
    kept: "Kept searches",
    keptFor: "They stay on this device. Nothing is sent anywhere.",
    notStored: "This browser stores nothing for this site. What you keep lasts until you close the page.",
    ofNewsroom: "Searches of the newsroom",
  },
  filled: {
    similarTo: "Similar to “{typed}”: {words}.",
    searchOnly: "Search only for “{query}”",
    respelt: "“{word}” instead of “{typed}”",
    phrase: "Phrase: “{text}”",
    inHeadline: "In the headline: {text}",
    without: "Without: {part}",
    filter: "{field}: {name}",
    unknownFilter: "{field}: nothing is called “{text}”",
    before: "Before {date}",
    after: "Since {date}",
    remove: "Remove {part}",
    noWord: "The word “{text}” could not be looked for.",
    noPhrase: "The phrase “{text}” could not be looked for.",
    noSpellings: "Other spellings of “{text}” could not be tried.",
    noFilter: "The filter “{field}” could not be used.",
    rss: "{name} as RSS",
    jsonFeed: "{name} as JSON Feed",
  },
  counted: {
    results: { one: "{count} result", other: "{count} results" },
    atLeast: { one: "At least {count} result", other: "At least {count} results" },
    fewer: { one: "Without {dropped}: {count} result", other: "Without {dropped}: {count} results" },
    unshown: { one: "{count} result cannot be shown.", other: "{count} results cannot be shown." },
    showAll: { one: "Show {count}", other: "Show all {count}" },
    fresh: { one: "{count} new", other: "{count} new" },
    freshOrMore: { one: "{count} or more new", other: "{count} or more new" },
    storedHere: {
      one: "{count} article is stored here and can be opened.",
      other: "{count} articles are stored here and can be opened.",
    },
  },
} as const;

export type SearchCatalogue = SentencesLike<typeof searchInEnglish>;

/** The words of the search page. */
export type SearchWords = SpokenLike<typeof searchInEnglish>;
