import type { SentencesLike, SpokenLike } from "../words.ts";

/** What embeds say on other people's pages, and what the page says that makes them; the pattern for every other language. */
export const embedsInEnglish = {
  plain: {
    thisStory: "This story",
    timelineTitle: "How the story went on",
    storyMissing: "This story is not here",
    storyMissingAdvice: "It may have been moved or taken away.",
    feedUnreachable: "This story could not be reached just now.",
    title: "Embed on your page",
    purpose: "Put a story, a list of headlines or a search box on your own page. It costs your page no script.",
    whatToShow: "What to show",
    card: "A card for one story",
    article: "A whole story to read in a box",
    related: "Stories related to one story",
    timeline: "One story and those around it, in order of time",
    list: "The latest headlines of a list",
    searchBox: "A search box",
    story: "Story",
    listName: "List",
    theme: "Colours",
    themeAuto: "As the visitor’s device",
    themeLight: "Light",
    themeDark: "Dark",
    accent: "Accent colour",
    ownAccent: "Use a colour of your own",
    accentAdjusted: "This colour is too faint for text, so the embed will make it stronger.",
    preview: "Preview",
    width: "Width of the place",
    fits: "Everything fits into the reserved height at this width.",
    scrolls: "At this width a part of it is reached by scrolling inside the embed.",
    notPrinted: "This site has no embed page for this choice.",
    code: "Code for your page",
    codeFrame: "Without script",
    codeScript: "With script",
    codeAddress: "An address to paste",
    codeLetter: "For newsletters",
    frameHelp:
      "The usual choice. Paste it where it shall stand. The height is reserved, so nothing on your page moves.",
    scriptHelp:
      "The same, with a small script that keeps the colours in step with your page and lets the embed grow where nobody sees it grow.",
    addressHelp:
      "WordPress and others make an embed of this address by themselves, when it stands in a line of its own.",
    addressUnknown: "This needs a site that knows its own address: its newsroom.json says none.",
    letterHelp: "Mail shows no frames and runs no scripts: a quotation with a link works everywhere.",
    copy: "Copy",
    copied: "Copied",
    copyFailed: "It could not be copied. Select the code and copy it by hand.",
    pinned: "This version of the script, checked by your visitors’ browsers",
    evergreen: "The newest version of the script",
    policy: "If your page has a content security policy",
    policyHelp: "Add these to it:",
    cost: "What it costs your visitors",
    costFrame:
      "No script, no cookies and no storage. One page and at most one picture, fetched when the reader comes near.",
    costArticle: "No script, no cookies and no storage. One page, and its pictures as they come into sight.",
    guide: "How to embed, step by step",
  },
  filled: {
    continueOn: "Continue on {newsroom}",
    searchIn: "Search {newsroom}",
    readOn: "Read on {newsroom}",
    moreOn: "More on {newsroom}",
    relatedTo: "Related to “{headline}”",
    timelineOf: "Timeline: {headline}",
    heightReserved: "{height} pixels are reserved for its height.",
    widthInPixels: "{width} pixels",
    costScript: "A script of {size} bytes besides.",
  },
  counted: {},
} as const;

export type EmbedCatalogue = SentencesLike<typeof embedsInEnglish>;

/** The words of embeds and of the page that makes them. */
export type EmbedWords = SpokenLike<typeof embedsInEnglish>;
