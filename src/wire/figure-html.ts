import type { Element } from "hast";
import { inlineText } from "#domain/block.ts";
import type { FocalPoint, Picture } from "#domain/picture.ts";
import { safeAddress } from "#domain/web-address.ts";
import { readCredit } from "./credit.ts";
import { attribute, descendants, isElement, readInline, textOf } from "./inline-html.ts";

/** The picture of an <img>, or undefined for what counts readers (a picture of one or two pixels). */
export function readImage(image: Element, base: string | undefined): Picture | undefined {
  const width = pixels(attribute(image, "width"));
  const height = pixels(attribute(image, "height"));
  if ((width !== undefined && width <= 2) || (height !== undefined && height <= 2)) return undefined;
  const source = attribute(image, "src") ?? attribute(image, "data-src") ?? "";
  const url = safeAddress(source, "media", base);
  const focal = readFocal(attribute(image, "data-focal"));
  const alt = plain(attribute(image, "alt") ?? "");
  if (!url && alt === "") return undefined;
  return {
    ...(url && { url }),
    alt,
    ...(width !== undefined && height !== undefined && { width, height }),
    ...(focal && { focal }),
    ...(attribute(image, "data-drawn") !== undefined && { drawn: true }),
  };
}

/** What a <figcaption> says: the caption, and the credit that stands in an element of its own or at the end of the text. */
export function readFigcaption(figcaption: Element, base: string | undefined): Pick<Picture, "caption" | "credit"> {
  const creditElement = creditIn(figcaption);
  if (creditElement) {
    const caption = plain(inlineText(readInline(without(figcaption, creditElement).children, base)));
    const credit = plain(textOf(creditElement)).replace(/^(?:Photo|Picture|Image|Credit)s?\s*:\s*/iu, "");
    return { ...(caption && { caption }), ...(credit && { credit }) };
  }
  const text = plain(inlineText(readInline(figcaption.children, base)));
  const reading = readCredit(text);
  if (reading) return { ...(reading.caption && { caption: reading.caption }), credit: reading.credit };
  return text ? { caption: text } : {};
}

function creditIn(figcaption: Element): Element | undefined {
  const isCredit = (element: Element) =>
    attribute(element, "data-credit") !== undefined ||
    /\b(?:credit|copyright|byline|source)\b/iu.test(attribute(element, "class") ?? "");
  const marked = descendants(figcaption, ["span", "cite", "small", "p", "div", "em", "footer"]).find(isCredit);
  if (marked) return marked;
  const last = figcaption.children
    .filter((child) => isElement(child) || (child.type === "text" && child.value.trim() !== ""))
    .at(-1);
  return last && isElement(last) && ["cite", "small"].includes(last.tagName) ? last : undefined;
}

/** A copy of the element without one of its descendants. */
function without(element: Element, gone: Element): Element {
  return {
    ...element,
    children: element.children
      .filter((child) => child !== gone)
      .map((child) => (isElement(child) ? without(child, gone) : child)),
  };
}

function readFocal(text: string | undefined): FocalPoint | undefined {
  const match = /^(0|1|0?\.\d+) (0|1|0?\.\d+)$/u.exec(text ?? "");
  return match ? { x: Number(match[1]), y: Number(match[2]) } : undefined;
}

function pixels(text: string | undefined): number | undefined {
  const match = /^(\d{1,5})(?:px)?$/u.exec(text?.trim() ?? "");
  return match ? Number(match[1]) : undefined;
}

/** Text on one line, without blanks at its ends. */
export function plain(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
