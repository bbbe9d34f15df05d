import type { Instant } from "#domain/instant.ts";
import type { Headline } from "#edition/headline.ts";
import { addresses } from "#edition/paths.ts";
import { printedAge, printedTime } from "#ui/print-time.ts";
import { element, type Markup } from "./markup.ts";
import type { WidgetSetting } from "./widget-setting.ts";

/** Words of the newsroom's language within a text of another. */
export function said(text: string, { words }: WidgetSetting): Markup {
  return element("span", words.attributes, text);
}

export function storyLink(slug: string, text: string, { base }: WidgetSetting): Markup {
  return element("a", { href: base + addresses.article(slug), rel: "noopener" }, text);
}

/** The day of a list's story; the time of day with it where there is room for it. */
export function printedDate(instant: Instant, { clock }: WidgetSetting, precision: "day" | "time" = "day"): Markup {
  const text = precision === "day" ? printedAge(instant, { ...clock, now: undefined }) : printedTime(instant, clock);
  return element("time", { datetime: instant, lang: clock.language, dir: clock.direction }, text);
}

/** One story in a list: its headline, what it says where there is room, and when. */
export function headlineEntry(headline: Headline, setting: WidgetSetting): Markup {
  const { slug, summary, published, language, direction } = headline;
  return element(
    "li",
    { class: "entry", lang: language, dir: direction },
    element("p", { class: "entry-headline" }, storyLink(slug, headline.headline, setting)),
    element("p", { class: "entry-summary" }, summary),
    element("p", { class: "meta" }, printedDate(published, setting)),
  );
}

/** Leads on to the newsroom. It stands at the foot of a widget. */
export function onwardLink(path: string, text: string, setting: WidgetSetting): Markup {
  return element(
    "p",
    { class: "foot" },
    element("a", { href: setting.base + path, rel: "noopener", ...setting.words.attributes }, text),
  );
}
