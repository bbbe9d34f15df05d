import type { Block, Inline } from "#domain/block.ts";
import { directionOf } from "#domain/language.ts";
import { markElements } from "#domain/markup.ts";
import { element, type Markup } from "./markup.ts";
import { picturePlaces, widgetFigure } from "./widget-picture.ts";
import type { WidgetSetting } from "./widget-setting.ts";

/** One block of a body in a reader box. */
export function blockMarkup(block: Block, setting: WidgetSetting): Markup {
  switch (block.kind) {
    case "paragraph":
      return element("p", {}, ...inlineMarkup(block.content, setting));
    case "crosshead":
      return element(`h${block.level}`, {}, ...inlineMarkup(block.content, setting));
    case "list":
      return element(
        block.ordered ? "ol" : "ul",
        {},
        ...block.entries.map((entry) => element("li", {}, ...entry.map((inner) => blockMarkup(inner, setting)))),
      );
    case "quote":
      return element(
        "blockquote",
        {},
        ...block.blocks.map((inner) => blockMarkup(inner, setting)),
        attribution(block.attribution),
      );
    case "pull-quote":
      return element(
        "blockquote",
        { class: "pull-quote" },
        element("p", {}, ...inlineMarkup(block.content, setting)),
        attribution(block.attribution),
      );
    case "figure":
      return widgetFigure(block.picture, picturePlaces.article, block.picture.caption, setting);
    case "gallery":
      return element(
        "div",
        {},
        ...block.pictures.map((picture) => widgetFigure(picture, picturePlaces.article, picture.caption, setting)),
        block.caption ? element("p", { class: "meta" }, block.caption) : undefined,
      );
    case "table":
      return tableMarkup(block, setting);
    case "code":
      return element("pre", { tabindex: "0" }, element("code", {}, block.text));
    case "video":
    case "audio":
      return element(
        block.kind,
        { controls: "", preload: "none", src: placed(block.url, setting), title: block.title },
        block.title,
      );
    case "embed-link":
      return element("p", {}, link(block.url, [block.title], setting));
    case "rule":
      return element("hr", {});
  }
}

function inlineMarkup(content: readonly Inline[], setting: WidgetSetting): readonly Markup[] {
  return content.map((run): Markup => {
    if (typeof run === "string") return run;
    switch (run.kind) {
      case "break":
        return element("br", {});
      case "link":
        return link(run.url, inlineMarkup(run.content, setting), setting);
      case "foreign":
        return element(
          "span",
          { lang: run.language, dir: directionOf(run.language) },
          ...inlineMarkup(run.content, setting),
        );
      case "emphasis":
      case "strong":
      case "code":
      case "mark":
      case "small":
      case "sub":
      case "sup":
      case "strike":
        return element(markElements[run.kind], {}, ...inlineMarkup(run.content, setting));
    }
  });
}

function link(url: string, content: readonly Markup[], setting: WidgetSetting): Markup {
  return element("a", { href: placed(url, setting), rel: "noopener" }, ...content);
}

/** Addresses of the copy that are relative are so to the site. */
function placed(url: string, { base }: WidgetSetting): string {
  return /^[a-z][a-z0-9+.-]*:|^[/#]/iu.test(url) ? url : base + url;
}

function tableMarkup({ head, rows, caption }: Extract<Block, { kind: "table" }>, setting: WidgetSetting): Markup {
  const row = (cells: readonly (readonly Inline[])[], name: "th" | "td") =>
    element("tr", {}, ...cells.map((cell) => element(name, {}, ...inlineMarkup(cell, setting))));
  return element(
    "div",
    { class: "wide", tabindex: "0", role: "group", "aria-label": caption ?? setting.words.plain.table },
    element(
      "table",
      {},
      caption ? element("caption", {}, caption) : undefined,
      head.length > 0 ? element("thead", {}, row(head, "th")) : undefined,
      element("tbody", {}, ...rows.map((cells) => row(cells, "td"))),
    ),
  );
}

function attribution(text: string | undefined): Markup | undefined {
  return text ? element("footer", { class: "meta" }, "— ", text) : undefined;
}
