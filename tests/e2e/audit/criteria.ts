import { appearance } from "./appearance.ts";
import type { Check } from "./check.ts";
import { lists } from "./lists.ts";
import { navigation } from "./navigation.ts";
import { pictures } from "./pictures.ts";
import { structure } from "./structure.ts";
import { text } from "./text.ts";

/** Rules of axe hold pages to most of these as well. */
export const axe = {
  criteria: "STR-01 STR-02 MOT-06",
  about: "every rule of axe, contrast of seven to one among them",
};

/** What every audited page is held to. What a page says as it comes is looked at first. */
export const checks: readonly Check[] = [...structure, ...navigation, ...text, ...pictures, ...lists, ...appearance];

const oneLine = {
  STR: 19,
  NAV: 22,
  ART: 20,
  IMG: 17,
  REL: 10,
  SRCH: 15,
  SET: 11,
  MOB: 15,
  OFF: 9,
  MOT: 11,
  I18N: 18,
  PRN: 8,
  EMB: 12,
};
const unused = new Set(["I18N-15", "I18N-16", "EMB-11"]);

/** Everything that a reader may expect: its room, and a number in it. */
export const allCriteria: readonly string[] = Object.entries(oneLine)
  .flatMap(([room, count]) =>
    Array.from({ length: count }, (_none, at) => `${room}-${String(at + 1).padStart(2, "0")}`),
  )
  .filter((criterion) => !unused.has(criterion));

/** Tests of other files that hold the reader to a criterion: by file, the criteria and what the test's name begins with, or holds. */
export const tested: Readonly<Record<string, readonly (readonly [criteria: string, test: string])[]>> = {
  "tests/e2e/reading.spec.ts": [
    ["STR-18", "front: every rule of axe holds"],
    ["MOT-03", "front: readable in the dark"],
  ],
  "tests/e2e/audit.spec.ts": [
    ["STR-04", "no two pages have one title"],
    ["NAV-02", "focus changes two pixels around every kind of stop"],
  ],
  "tests/e2e/without-scripts.spec.ts": [
    ["STR-13", "a reader without scripts goes from the front page"],
    ["STR-13", "search says that it needs scripts"],
  ],
  "tests/e2e/journeys.spec.ts": [
    ["NAV-05 NAV-06 NAV-07 NAV-08", "a reader goes from the front page to an article"],
    ["STR-08", "the skip link is the first stop"],
    ["NAV-17", "a page that is long in coming"],
    ["NAV-20", "every kind of address survives a reload"],
    ["NAV-18", "a page that does not exist answers 404"],
    ["NAV-13 NAV-22", "on a phone the sections are a menu"],
    ["I18N-14", "an English page fetches no Arabic"],
    ["I18N-05", "an Urdu article is read from right to left"],
  ],
  "tests/e2e/keyboard.spec.ts": [
    ["NAV-16 NAV-19", "with keys alone: from the front page to a story"],
    ["NAV-16", "Space and arrows scroll"],
    ["NAV-15", "the list of shortcuts"],
    ["MOB-15", "sharing offers a link to the paragraph"],
  ],
  "tests/e2e/pictures.spec.ts": [
    ["IMG-15 NAV-14", "the first tap on a page may be on a picture"],
    ["IMG-15 NAV-14", "Escape closes a picture"],
    ["IMG-13", "a picture whose file does not come"],
    ["MOT-08 SET-10", "where data is saved pictures wait until they are tapped"],
  ],
  "tests/e2e/photographs.spec.ts": [
    ["IMG-10", "front: every photograph is chosen for the width"],
    ["IMG-07", "front: nothing moves when its photographs come"],
  ],
  "tests/e2e/printed.spec.ts": [["REL-06", "the app takes a page over without drawing it anew"]],
  "tests/e2e/settings.spec.ts": [
    ["SET-02 SET-03 SET-09", "a page is as its reader has set it before it is first painted"],
    ["I18N-06 I18N-18", "an Urdu text is never set closer"],
    ["MOT-04 MOT-05", "the sepia theme is readable"],
    ["MOT-04 MOT-05", "the contrast theme is readable"],
    ["SET-03", "the largest text in the widest setting"],
    ["SET-08", "the theme follows the device"],
    ["SET-11 NAV-14", "the first tap on a page opens the settings"],
    ["MOB-03 MOB-14", "on a phone the tools stay in reach"],
  ],
  "tests/e2e/saved.spec.ts": [
    ["OFF-06", "the first tap on a page may be on Save"],
    ["ART-18", "a half-read story offers to go on"],
    ["SET-07", "where the device stores nothing, saving says so"],
  ],
  "tests/e2e/search.spec.ts": [
    ["SRCH-02 SRCH-03 SRCH-04", "a word is completed by keyboard"],
    ["SRCH-08", "Back from a result restores"],
    ["SRCH-09", "marks stand out by seven to one"],
    ["SRCH-14", "without a connection the search says"],
  ],
  "tests/e2e/offline.spec.ts": [
    ["OFF-01", "the site is looked after within six seconds"],
    ["OFF-02 OFF-03 OFF-09", "a story that was read is there without a network"],
    ["OFF-05", "a page that is not stored says so"],
    ["OFF-08 SRCH-14", "today is downloaded with its pictures"],
    ["OFF-04", "a story that is saved is kept"],
    ["OFF-07 NAV-21", "a new version published while a page is open"],
    ["ART-17", "a reader reads, saves, goes offline, searches and listens"],
  ],
  "tests/e2e/embeds.spec.ts": [
    ["EMB-01", "card of munir-hasanov-lachin: at every width"],
    ["EMB-02", "its link opens the story in a window of its own"],
    ["EMB-06", "an embed needs no cookies"],
    ["EMB-05", "colours follow the device"],
    ["EMB-08", "without scripts an embed is whole"],
    ["EMB-12", "the Tab key goes into an embed"],
  ],
  "tests/e2e/embed-protocols.spec.ts": [["EMB-09", "in the ways of others a page that asks for no messages"]],
  "tests/reader/settings.test.tsx": [
    ["SET-01 SET-03 SET-04", "there are five themes, seven sizes"],
    ["SET-05", "the usual choice, and a reset"],
    ["SET-06", "what a reader sets is obeyed at once"],
    ["SET-10", "a switch that is usually on"],
  ],
  "tests/reader/listening.test.tsx": [
    ["ART-17", "pictures with their credits, tables"],
    ["ART-17", "Listen reads headline and paragraphs"],
  ],
  "tests/reader/keyboard.test.tsx": [["NAV-15", "keys do nothing where they are typed"]],
  "tests/reader/pictures.test.tsx": [["MOB-11", "a swipe turns to the next picture"]],
  "tests/reader/share.test.tsx": [["MOB-15", "where the device can share"]],
  "tests/reader/search-page.test.tsx": [
    ["SRCH-05", "Enter with nothing chosen searches"],
    ["SRCH-06", "how many were found is told once"],
    ["SRCH-07", "results come from the first letter"],
    ["SRCH-10", "a search that finds nothing"],
    ["SRCH-13", "are added below, and focus goes"],
  ],
  "tests/reader/languages.test.tsx": [
    ["I18N-08", "dates and numbers are printed in the digits"],
    ["ART-15 I18N-07", "headlines of several languages"],
  ],
  "tests/reader/live.test.tsx": [["NAV-21", "new stories wait behind a button"]],
  "tests/words/catalogues.test.ts": [
    ["I18N-09", "have a form for every plural category"],
    ["I18N-10", "fill in the same names and texts"],
  ],
  "tests/domain/article.test.ts": [["ART-20", "a minute for 500 characters"]],
  "tests/search/scripts.test.ts": [["SRCH-11", ""]],
  "tests/ui/style-sheets.test.ts": [
    ["I18N-03", "places and edges are told by the direction"],
    ["MOB-04", "no height is that of a window"],
    ["MOB-08", "nothing is shown only to a pointer"],
    ["MOT-07 MOT-09 I18N-13", "nothing behind is blurred"],
    ["I18N-12", "Chinese, Japanese and Korean"],
    ["EMB-10", "the ring around what has the focus in an embed"],
  ],
  "tests/widgets/snippets.test.ts": [["EMB-03", "the usual snippet is a titled"]],
  "tests/cli/embeds.test.ts": [
    ["EMB-04", "an embed speaks the language of its story"],
    ["EMB-07", "a card leads to the story, and carries its picture with its credit"],
  ],
  "tests/reader/problems.test.tsx": [["NAV-18", "an address that names nothing offers search"]],
  "tests/ui/figure.test.tsx": [["IMG-11", "it is cropped around its focal point"]],
};

/** What no machine was asked, and what was found when somebody looked. */
export const byHand: Readonly<Record<string, string>> = {
  "STR-16": "oxlint refuses handlers of clicks on what is no control (jsx-a11y, an error)",
  "STR-17": "measured by bench:pages (LCP, CLS) and bench:interact (longest waits)",
  "STR-19": "front and article looked at with every style sheet off: order as read, signs as small as their words",
  "IMG-17":
    "the three charts of the demo were compared with their stories: the numbers stand in a table, in the text or in the alternative text",
  "SRCH-12":
    "measured by bench:search with 10,000 and more articles; on the whole page by bench:interact with 2,000 and a processor four times slower",
  "MOB-12": "nothing vibrates: the reader never asks the device to",
  "MOT-10": "settings, section and search looked at without colours: what is chosen has a mark and a thick edge",
  "I18N-04":
    "pictures, player and menus looked at in Urdu: arrows to turn and to skip are mirrored, clock and lens are not",
};
