import type { Markup } from "./markup.ts";
import { element } from "./markup.ts";

type Parts = {
  readonly name: string;
  /** What the part that scrolls, when it does not fit, is called. */
  readonly label: string;
  readonly head?: Markup;
  readonly body: Markup;
  readonly foot?: Markup;
};

/**
 * What every widget has in common: what stands still at its head and foot, and between them what scrolls when it does not
 * fit. The empty part takes what is left over, so that the widget's own height can be told.
 */
export function widgetFrame({ name, label, head, body, foot }: Parts): Markup {
  return element(
    "main",
    { class: `box ${name}` },
    head,
    element("div", { class: "scroll", role: "region", "aria-label": label, "data-scroll": "" }, body),
    element("div", { class: "rest", "data-rest": "" }),
    foot,
  );
}
