import { JSDOM } from "jsdom";
import type { Check } from "./check.ts";

/** How a page is built: what it says of itself to machines and to those who listen. */
export const structure: readonly Check[] = [
  {
    criteria: "STR-14",
    about: "live regions are empty as the page comes",
    faults: async (page) => {
      const { document } = new JSDOM(await (await page.request.get(page.url())).text()).window;
      return [...document.querySelectorAll("output, [role=status], [role=alert], [aria-live]")]
        .map((region) => region.textContent.trim())
        .filter((said) => said !== "")
        .map((said) => `a live region says “${said.slice(0, 60)}”`);
    },
  },
  {
    criteria: "STR-03",
    about: "language and direction of the document",
    faults: (page) =>
      page.evaluate(() => {
        const { lang, dir } = document.documentElement;
        const isRtl = /^(?:ur|ar|fa)\b/u.test(lang);
        const isTag = Intl.getCanonicalLocales(lang)[0] === lang;
        return isTag && dir === (isRtl ? "rtl" : "ltr") ? [] : [`lang “${lang}”, dir “${dir}”`];
      }),
  },
  {
    criteria: "STR-04",
    about: "the title has the words of the h1 and ends with the newsroom’s name",
    faults: (page) =>
      page.evaluate(() => {
        const name = document.querySelector(".masthead-name, .nameplate-name")?.textContent ?? "?";
        const heading = document.querySelector("h1")?.textContent?.trim() ?? "?";
        const bare = (text: string) => text.replace(/[\p{P}\p{Cf}\s]+/gu, " ").trim();
        return document.title.endsWith(name) && bare(document.title).includes(bare(heading))
          ? []
          : [`title “${document.title}” of “${heading}”`];
      }),
  },
  {
    criteria: "STR-05 STR-06",
    about: "one h1 at first, no level skipped, none empty",
    faults: (page) =>
      page.evaluate(() => {
        const headings = [...document.querySelectorAll("main :is(h1,h2,h3,h4,h5,h6)")];
        const levels = headings.map(({ tagName }) => Number(tagName[1]));
        const isOne = document.querySelectorAll("h1").length === 1 && levels[0] === 1;
        return [
          ...(isOne ? [] : ["not one h1 at first"]),
          ...levels.flatMap((level, at) =>
            level > (levels[at - 1] ?? 1) + 1 ? [`h${level} after h${levels[at - 1]}`] : [],
          ),
          ...headings.filter(({ textContent }) => textContent?.trim() === "").map(({ tagName }) => `${tagName} empty`),
        ];
      }),
  },
  {
    criteria: "STR-07 STR-10",
    about: "one banner, main and contentinfo; each nav and aside has a name of its own; no tabindex above 0",
    faults: (page) =>
      page.evaluate(() => {
        const outside = (name: string) =>
          document.querySelectorAll(`${name}:not(:is(main, article, aside, nav, section) ${name})`).length;
        const nameOf = (part: Element) =>
          part.getAttribute("aria-label") ??
          document.getElementById(part.getAttribute("aria-labelledby") ?? "")?.textContent ??
          "";
        const names = [...document.querySelectorAll("nav, aside")]
          .filter((part) => part.checkVisibility())
          .map((part) => `${part.tagName} “${nameOf(part)}”`);
        return [
          ...["header", "main", "footer"].filter((name) => outside(name) !== 1).map((name) => `not one ${name}`),
          ...names.filter((name) => name.includes("“”")),
          ...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `two of ${name}`),
          ...[...document.querySelectorAll("[tabindex]")]
            .filter((element) => Number(element.getAttribute("tabindex")) > 0)
            .map(({ tagName }) => `${tagName} has a tabindex above 0`),
        ];
      }),
  },
  {
    criteria: "STR-09 MOB-05 MOB-07 MOB-10",
    about: "the viewport lets zoom, edges are kept free, text is not resized by the device, no orientation is forced",
    faults: (page) =>
      page.evaluate(() => {
        const viewport = document.querySelector<HTMLMetaElement>("meta[name=viewport]")?.content ?? "";
        const { textSizeAdjust } = getComputedStyle(document.documentElement) as CSSStyleDeclaration & {
          textSizeAdjust: string;
        };
        return [
          ...(/user-scalable|(?:maximum|minimum)-scale/u.test(viewport) ? [`viewport “${viewport}”`] : []),
          ...(viewport.includes("viewport-fit=cover") ? [] : ["no viewport-fit=cover"]),
          ...(textSizeAdjust === "100%" ? [] : [`text-size-adjust ${textSizeAdjust}`]),
        ];
      }),
  },
  {
    criteria: "STR-11",
    about: "stories stand in lists",
    on: "[data-card]",
    faults: (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll("main [data-card]")]
          .filter((card) => !card.closest("li, [role=listitem], aside, .front-lead"))
          .map((card) => `not in a list: “${card.textContent?.slice(0, 40)}”`),
      ),
  },
  {
    criteria: "STR-12",
    about: "h1, standfirst, date, picture, text and what is related come in this order",
    on: "[data-article-body]",
    faults: (page) =>
      page.evaluate(() => {
        const order = [
          "h1",
          ".standfirst",
          ".facts time",
          ".article-pictures figure",
          "[data-article-body]",
          "[data-related]",
        ];
        const found = order.flatMap((selector) => document.querySelector(`main ${selector}`) ?? []);
        return found.flatMap((element, at) => {
          const next = found[at + 1];
          const isBefore = !next || element.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING;
          return isBefore ? [] : [`${next.className} before ${element.className}`];
        });
      }),
  },
  {
    criteria: "STR-15",
    about: "hidden text is clipped where it stands",
    faults: (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll("body *")]
          .filter((element) => {
            const { left, right, bottom, width } = element.getBoundingClientRect();
            return width > 0 && (right < -20 || left > innerWidth + 20 || bottom + scrollY < -20);
          })
          .filter((element) => !element.closest(".scroll-box"))
          .map((element) => `${element.tagName}.${element.className} lies outside the page`),
      ),
  },
];
