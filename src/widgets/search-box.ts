import { addresses } from "#edition/paths.ts";
import { element } from "./markup.ts";
import { widgetFrame } from "./widget-frame.ts";
import type { Widget, WidgetSetting } from "./widget-setting.ts";

/** A field to search the newsroom with; what is found opens there. */
export function searchBox({ newsroom, words, embedWords, clock, base }: WidgetSetting): Widget {
  const title = embedWords.fill("searchIn", { newsroom: newsroom.name });
  return {
    title,
    language: clock.language,
    direction: clock.direction,
    canonical: addresses.search,
    state: "ok",
    content: widgetFrame({
      name: "search",
      label: title,
      body: element(
        "form",
        { action: base + addresses.search, method: "get", role: "search", ...words.attributes },
        element("h1", { class: "title" }, element("label", { for: "q" }, title)),
        element(
          "div",
          { class: "field-row" },
          element("input", {
            id: "q",
            class: "field",
            type: "search",
            name: "q",
            required: "",
            enterkeyhint: "search",
          }),
          element("button", { class: "button", type: "submit" }, words.plain.search),
        ),
      ),
    }),
  };
}
