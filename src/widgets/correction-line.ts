import type { Article } from "#domain/article.ts";
import { element, type Markup } from "./markup.ts";
import { printedDate, said } from "./widget-parts.ts";
import type { WidgetSetting } from "./widget-setting.ts";

/** What was corrected last, where those who read the error will see it. */
export function correctionLine({ corrections }: Article, setting: WidgetSetting): Markup | undefined {
  const latest = corrections.at(-1);
  if (!latest) return undefined;
  return element(
    "p",
    { class: "correction" },
    element("strong", {}, said(setting.words.plain.correction, setting)),
    " ",
    printedDate(latest.at, setting),
    " ",
    latest.text,
  );
}
