import type { Page } from "@playwright/test";
import { type Check, clipped, type Faults, onPhone, overflow, overlapping, sized } from "./check.ts";

const spacing =
  "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important} p{margin-block-end:2em!important}";

/** Nothing is cut off, lies over something else, or makes the page wider than its window. */
async function fits(page: Page): Faults {
  return [...(await overflow(page)), ...(await clipped(page)), ...(await overlapping(page))];
}

/** Of every element with words of its own: the size of its type in pixels. */
function sizesOfType(page: Page): Promise<readonly (readonly [name: string, pixels: number])[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("header *, main *, footer *")]
      .filter((element) => element.checkVisibility() && !element.closest("svg"))
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()))
      .map(
        (element) =>
          [
            `${element.tagName}.${element.className} “${element.textContent?.trim().slice(0, 20)}”`,
            Number.parseFloat(getComputedStyle(element).fontSize),
          ] as const,
      ),
  );
}

/** Looks at the page of a reader whose browser writes twice as large as usual. */
async function withLargeType(page: Page, look: () => Faults): Faults {
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  try {
    return await look();
  } finally {
    await session.send("Page.setFontSizes", { fontSizes: { standard: 16, fixed: 13 } });
    await session.detach();
  }
}

async function grows(page: Page, width: number): Faults {
  return sized(page, width, 800, async () => {
    const before = await sizesOfType(page);
    return withLargeType(page, async () => {
      const after = await sizesOfType(page);
      // Elements may come and go with the width that a larger type leaves; those that stay are compared by their names.
      const grown = new Map(after);
      // What is large already grows less, and a narrower page has smaller headlines.
      const small = before.filter(([name, size]) => (grown.get(name) ?? 2 * size) < (size < 24 ? 1.8 : 1.1) * size);
      return [
        ...small.slice(0, 5).map(([name, size]) => `${name} of ${size} is ${grown.get(name)} at ${width}`),
        ...(await fits(page)),
      ];
    });
  });
}

export const text: readonly Check[] = [
  {
    criteria: "MOB-01",
    about: "no sideways scrolling from 320 to 1440",
    faults: async (page) => {
      const faults: string[] = [];
      for (const width of [320, 360, 390, 768, 1_024, 1_440]) faults.push(...(await sized(page, width, 800, overflow)));
      return faults;
    },
  },
  {
    criteria: "ART-11 IMG-14",
    about: "at 200 % and 400 % nothing is cut off or overlaps, and bars take at most half",
    faults: async (page) => [
      ...(await sized(page, 640, 400, fits)),
      ...(await sized(page, 320, 256, async (zoomed) => {
        const bars = await zoomed.evaluate(() =>
          [...document.querySelectorAll("body *")]
            .filter((element) => getComputedStyle(element).position === "fixed")
            .reduce((sum, element) => sum + element.getBoundingClientRect().height, 0),
        );
        return [...(await fits(zoomed)), ...(bars > 128 ? [`bars of ${bars} pixels`] : [])];
      })),
    ],
  },
  {
    criteria: "ART-12",
    about: "with text spaced as far as WCAG says nothing is cut off or overlaps",
    faults: async (page) => {
      // Where the policy of the page allows no further style element, as a reader's own style sheet does.
      await page.evaluate((rules) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules);
        document.adoptedStyleSheets.push(sheet);
      }, spacing);
      const faults = [...(await clipped(page)), ...(await sized(page, 320, 800, fits))];
      await page.evaluate(() => void document.adoptedStyleSheets.pop());
      return faults;
    },
  },
  {
    criteria: "ART-10",
    about: "with type twice as large in the browser all text grows, small text by four fifths, and fits",
    faults: async (page) => [...(await grows(page, 1_280)), ...(await grows(page, 390))],
  },
  {
    criteria: "ART-01",
    about: "45 to 80 characters a line from 768 to 1440",
    on: "[data-article-body]",
    faults: async (page) => {
      const faults: string[] = [];
      for (const width of [768, 1_024, 1_280, 1_440])
        faults.push(
          ...(await sized(page, width, 900, (wide) =>
            wide.evaluate(() => {
              const paragraphs = [...document.querySelectorAll("[data-article-body] > p")].map((paragraph) => {
                const range = document.createRange();
                range.selectNodeContents(paragraph);
                const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 8)));
                return { letters: paragraph.textContent?.length ?? 0, lines: lines.size };
              });
              const long = paragraphs.filter(({ lines }) => lines >= 4);
              const letters = long.reduce((sum, one) => sum + one.letters, 0);
              const lines = long.reduce((sum, one) => sum + one.lines - 0.5, 0);
              const count = letters / lines;
              return lines === 0 || (count >= 45 && count <= 80)
                ? []
                : [`${count.toFixed(0)} characters at ${innerWidth}`];
            }),
          )),
        );
      return faults;
    },
  },
  {
    criteria: "ART-02",
    about: "text of articles is at least 17 pixels large, 18 on wide screens, and nothing is below 13",
    faults: async (page) => {
      const small = async () =>
        (await sizesOfType(page)).filter(([, size]) => size < 13).map(([name, size]) => `${name} of ${size} pixels`);
      const body = (least: number) =>
        page.evaluate((pixels) => {
          const paragraph = document.querySelector("[data-article-body] > p");
          const size = paragraph ? Number.parseFloat(getComputedStyle(paragraph).fontSize) : pixels;
          return size >= pixels ? [] : [`text of ${size} pixels`];
        }, least);
      return [
        ...(await small()),
        ...(await body(18)),
        ...(await sized(page, 390, 844, async () => [...(await small()), ...(await body(17))])),
      ];
    },
  },
  {
    criteria: "ART-03 ART-04 I18N-05 I18N-18",
    about: "lines and paragraphs are as far apart as the script needs",
    on: "[data-article-body]",
    faults: (page) =>
      page.evaluate(() => {
        const least: Readonly<Record<string, number>> = {
          ur: 2,
          ar: 1.7,
          fa: 1.7,
          bn: 1.65,
          ja: 1.6,
          zh: 1.6,
          ko: 1.6,
        };
        const paragraphs = [...document.querySelectorAll<HTMLElement>("[data-article-body] > p")];
        return paragraphs.flatMap((paragraph) => {
          const { lineHeight, fontSize, marginBlockStart } = getComputedStyle(paragraph);
          const size = Number.parseFloat(fontSize);
          const language = (paragraph.closest<HTMLElement>("[lang]")?.lang ?? "").split("-")[0] ?? "";
          const leading = Number.parseFloat(lineHeight) / size;
          const isAfterOne = paragraph.previousElementSibling?.tagName === "P";
          return [
            ...(leading >= (least[language] ?? 1.5) - 0.01 ? [] : [`leading ${leading} in ${language}`]),
            ...(!isAfterOne || Number.parseFloat(marginBlockStart) >= 0.6 * size ? [] : ["paragraphs too close"]),
          ];
        });
      }),
  },
  {
    criteria: "ART-05 ART-13 I18N-06",
    about: "text begins at one edge; no long capitals; letters of joined scripts stay together and upright",
    faults: (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>("header *, main *, footer *")].flatMap((element) => {
          const { textAlign, textTransform, hyphens, letterSpacing, fontStyle } = getComputedStyle(element);
          const words = (element.textContent ?? "").trim();
          const name = `${element.tagName}.${element.className} “${words.slice(0, 30)}”`;
          const isJoined = /[\p{Script=Arabic}\p{Script=Bengali}]/u.test(element.innerText ?? "");
          const isSpaced = letterSpacing !== "normal" && letterSpacing !== "0px";
          const isLong = words.split(/\s+/u).length > 4;
          return [
            ...(textAlign === "justify" ? [`${name} is justified`] : []),
            ...(textTransform === "uppercase" && isLong ? [`${name} in capitals`] : []),
            ...(hyphens === "auto" && element.clientWidth > 30 * 20 ? [`${name} is hyphenated`] : []),
            ...(isJoined && (isSpaced || (fontStyle === "italic" && !/[a-z]/iu.test(words)))
              ? [`${name} is spaced or slanted`]
              : []),
          ];
        }),
      ),
  },
  {
    criteria: "ART-06 ART-07 ART-08",
    about: "an article has h1, byline with its author, and moments told to machines with their offset",
    on: ".byline",
    faults: (page) =>
      page.evaluate(() => {
        const needed = [
          "article h1",
          "article .byline",
          "article .byline a[rel=author]",
          "article .facts time[datetime]",
        ];
        // A day without a time is filed as one.
        const isMoment = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/u;
        return [
          ...needed.filter((selector) => !document.querySelector(selector)).map((selector) => `no ${selector}`),
          ...[...document.querySelectorAll("time")]
            .filter(({ dateTime, textContent }) => !isMoment.test(dateTime) || textContent === "")
            .map(({ dateTime }) => `time “${dateTime}”`),
        ];
      }),
  },
  {
    criteria: "ART-09",
    about: "links within text are underlined",
    on: "[data-article-body]",
    faults: (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll("[data-article-body] :is(p, li) a:not(.headline a, .also-read a)")]
          .filter((link) => !getComputedStyle(link).textDecorationLine.includes("underline"))
          .map((link) => `“${link.textContent}” is not underlined`),
      ),
  },
  {
    criteria: "ART-14",
    about: "what scrolls sideways can be focused and has a name",
    faults: (page) =>
      sized(page, 320, 800, (narrow) =>
        narrow.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>("main *")]
            .filter(
              (box) => /auto|scroll/u.test(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth + 1,
            )
            .filter((box) => !box.matches("textarea, input") && (box.tabIndex < 0 || !box.getAttribute("aria-label")))
            .map(({ tagName, className }) => `${tagName}.${className} scrolls without a name or a stop`),
        ),
      ),
  },
  {
    criteria: "ART-16",
    about: "a correction stands above the text, in words",
    on: ".correction",
    faults: (page) =>
      page.evaluate(() => {
        const correction = document.querySelector(".correction");
        const body = document.querySelector("[data-article-body]");
        const isAbove =
          body && correction && correction.compareDocumentPosition(body) & Node.DOCUMENT_POSITION_FOLLOWING;
        return isAbove && correction.querySelector("strong")?.textContent ? [] : ["not above the text"];
      }),
  },
  {
    criteria: "ART-19",
    about: "crossheads are headings",
    on: "[data-article-body]",
    faults: (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll("[data-article-body] > p")]
          .filter(
            ({ children, textContent }) =>
              children.length === 1 && children[0]?.matches("strong, b") && children[0].textContent === textContent,
          )
          .map(({ textContent }) => `“${textContent}” is a bold paragraph`),
      ),
  },
  {
    criteria: "I18N-11",
    about: "words of the interface may be two fifths longer on a phone",
    faults: (page) =>
      onPhone(page, async (phone) => {
        const marker = await phone.evaluate(() => {
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const lengthened: [Node, string][] = [];
          for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            const words = text.nodeValue ?? "";
            if (
              !text.parentElement?.closest("button, label, summary, nav, dt, .kicker, .meta") ||
              words.trim().length < 3
            )
              continue;
            lengthened.push([text, words]);
            text.nodeValue = `${words.trimEnd()}${words.trim().slice(0, Math.ceil(words.trim().length * 0.4))}`;
          }
          Object.assign(window, { lengthened });
          return lengthened.length;
        });
        const faults = [...(await overflow(phone)), ...(await clipped(phone))];
        await phone.evaluate(() => {
          const { lengthened } = window as unknown as { lengthened: [Node, string][] };
          for (const [text, words] of lengthened) text.nodeValue = words;
        });
        return marker > 0 ? faults : ["no words of the interface"];
      }),
  },
];
