import type { Page } from "@playwright/test";
import { type Check, type Faults, onPhone, overflow, sized } from "./check.ts";

/** Targets below 44 pixels; a link in a sentence is as tall as its line. */
async function smallTargets(page: Page): Faults {
  return page.evaluate(() => {
    const targets = [
      ...document.querySelectorAll<HTMLElement>("a[href], button, summary, select, input:not([type=hidden])"),
    ];
    return targets.flatMap((target) => {
      if (!target.checkVisibility({ visibilityProperty: true }) || target.closest(".visually-hidden, .skip-link"))
        return [];
      const sentence = target.closest("p, li, dd, figcaption, caption, td, blockquote");
      const isInSentence =
        target.tagName === "A" &&
        sentence?.closest("[data-article-body], figcaption, .page-message, .guide") &&
        (sentence.textContent?.trim().length ?? 0) > (target.textContent?.trim().length ?? 0) + 1;
      if (isInSentence) return [];
      const reached = target.matches("input[type=radio], input[type=checkbox]")
        ? (target.closest("label") ?? target)
        : target;
      const { width, height } = reached.getBoundingClientRect();
      const name = `${target.tagName}.${target.className} “${target.textContent?.trim().slice(0, 30)}”`;
      return height >= 43.5 && width >= 24 ? [] : [`${name} is ${width.toFixed(0)} × ${height.toFixed(0)}`];
    });
  });
}

/** How much of the window's height stays covered however far one scrolls. */
async function stickyShare(page: Page): Promise<number> {
  return page.evaluate(() => {
    scrollTo(0, 600);
    const bars = [...document.querySelectorAll("body *")].filter((element) => {
      const { position } = getComputedStyle(element);
      return (
        (position === "fixed" || position === "sticky") &&
        element.checkVisibility() &&
        element.clientWidth > innerWidth / 2
      );
    });
    const share = bars.reduce((sum, bar) => sum + bar.getBoundingClientRect().height, 0) / innerHeight;
    scrollTo(0, 0);
    return share;
  });
}

/** Turns the whole page the other way round and compares where its boxes are with their mirror images. */
async function mirrored(page: Page): Faults {
  return page.evaluate(() => {
    const boxes = () =>
      [...document.querySelectorAll("body *")].map((element) => {
        const { left, right, width, height } = element.getBoundingClientRect();
        const isBox = width > 0 && height > 0 && !getComputedStyle(element).display.startsWith("inline ");
        return { element, left, right, isBox: isBox && getComputedStyle(element).display !== "inline" };
      });
    const turned = [...document.querySelectorAll<HTMLElement>("[dir]")];
    const turn = () => {
      for (const element of turned) element.dir = element.dir === "rtl" ? "ltr" : "rtl";
    };
    const before = boxes();
    turn();
    const after = boxes();
    turn();
    const width = document.documentElement.clientWidth;
    const offCentre = before.flatMap((one, at) => {
      const other = after[at];
      const isOff = Math.abs(one.left + one.right - width) > 8;
      const isUsual = !one.element.closest("svg, picture, .full-picture, pre, .visually-hidden, .skip-link");
      return one.isBox && isOff && isUsual && other ? [{ one, other }] : [];
    });
    const unlike = offCentre.filter(({ one, other }) => Math.abs(one.left + other.right - width) > 3);
    return unlike.length <= 0.05 * offCentre.length
      ? []
      : unlike.slice(0, 3).map(({ one, other }) => {
          const { tagName, className, textContent } = one.element as HTMLElement;
          return `${unlike.length} of ${offCentre.length} at ${width}: ${tagName}.${className} “${textContent?.trim().slice(0, 20)}” ${one.left.toFixed(0)}–${one.right.toFixed(0)}, mirrored ${other.left.toFixed(0)}–${other.right.toFixed(0)}`;
        });
  });
}

export const appearance: readonly Check[] = [
  {
    criteria: "MOB-02",
    about: "targets are 44 pixels tall for a finger",
    faults: (page) => onPhone(page, smallTargets),
  },
  {
    criteria: "MOB-03",
    about: "what stays in sight covers at most 15 % of a phone, 20 % of one held sideways",
    faults: (page) =>
      onPhone(page, async (phone) => {
        const upright = await stickyShare(phone);
        await phone.setViewportSize({ width: 844, height: 390 });
        const sideways = await stickyShare(phone);
        return upright <= 0.15 && sideways <= 0.2 ? [] : [`${upright.toFixed(2)} and ${sideways.toFixed(2)}`];
      }),
  },
  {
    criteria: "MOB-06",
    about: "text that is typed is at least 16 pixels large",
    on: "input, textarea, select",
    faults: (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll("input, textarea, select")]
          .filter((field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16)
          .map(({ id }) => `field ${id}`),
      ),
  },
  {
    criteria: "MOB-09 MOB-13",
    about: "pull to refresh and the selection of text are left as they are",
    faults: (page) =>
      page.evaluate(() => {
        const { overscrollBehaviorY, touchAction } = getComputedStyle(document.documentElement);
        const fixed = [...document.querySelectorAll("article, article *")].filter(
          (element) => getComputedStyle(element).userSelect === "none",
        );
        return overscrollBehaviorY === "auto" && touchAction === "auto" && fixed.length === 0
          ? []
          : ["something is held"];
      }),
  },
  {
    criteria: "MOT-01",
    about: "with reduced motion nothing moves by itself or glides",
    faults: async (page) => {
      await page.emulateMedia({ reducedMotion: "reduce" });
      const faults = await page.evaluate(() =>
        [...document.querySelectorAll("html, body *")].flatMap((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
          const isMoving = transitionDuration.split(", ").some((time) => Number.parseFloat(time) > 0.001);
          return isMoving || animationName !== "none" || scrollBehavior === "smooth"
            ? [`${element.tagName}.${element.className} moves`]
            : [];
        }),
      );
      await page.emulateMedia({ reducedMotion: null });
      return faults;
    },
  },
  {
    criteria: "MOT-11",
    about: "edges of fields stand out by three to one",
    on: "input.field, select.field",
    faults: (page) =>
      page.evaluate(() => {
        const light = (colour: string) => {
          const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/gu) ?? []).map((part) => {
            const value = Number(part) / 255;
            return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
        };
        const paper = light(getComputedStyle(document.documentElement).backgroundColor);
        return [...document.querySelectorAll(".field")].flatMap((field) => {
          const edge = light(getComputedStyle(field).borderTopColor);
          const ratio = Math.max(edge, paper) / Math.min(edge, paper);
          return ratio >= 3 ? [] : [`the edge of ${field.id} has ${ratio.toFixed(1)} to one`];
        });
      }),
  },
  {
    criteria: "I18N-02",
    about: "turned the other way round, 95 % of the boxes are where their mirror images are",
    faults: async (page) => [
      ...(await mirrored(page)),
      ...(await sized(page, 390, 844, async (narrow) => [...(await mirrored(narrow)), ...(await overflow(narrow))])),
    ],
  },
  {
    criteria: "I18N-01 I18N-07 I18N-17",
    about: "headlines and text say their language and direction where they are not the page’s",
    faults: (page) =>
      page.evaluate(() => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const faults = new Set<string>();
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          const words = text.nodeValue ?? "";
          const parent = text.parentElement;
          // Names of people, places and credits are told without their language.
          if (
            !parent?.checkVisibility() ||
            !parent.closest("[data-card] .headline, .summary, .standfirst, article h1, [data-article-body] > p")
          )
            continue;
          const arabic = words.match(/\p{Script=Arabic}/gu)?.length ?? 0;
          const latin = words.match(/\p{Script=Latin}/gu)?.length ?? 0;
          if (arabic + latin < 12) continue;
          const language = parent.closest<HTMLElement>("[lang]")?.lang ?? "";
          const isSaidArabic = /^(?:ur|ar|fa)\b/u.test(language);
          if (isSaidArabic === arabic < latin) faults.add(`“${words.slice(0, 40)}” is said to be ${language}`);
        }
        return [...faults];
      }),
  },
  {
    criteria: "PRN-01 PRN-02 PRN-03 PRN-05",
    about: "on paper: no controls, black on white, at least 10.5 points, with name and address",
    faults: async (page) => {
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      const faults = await page.evaluate(() => {
        const isSeen = (element: Element) => element.checkVisibility();
        const chrome = [...document.querySelectorAll("nav, header.page, footer.page, .article button, form")]
          .filter(isSeen)
          .map(({ tagName, className }) => `${tagName}.${className} is printed`);
        const { color, backgroundColor } = getComputedStyle(document.documentElement);
        const small = [...document.querySelectorAll("main *")].filter(
          (element) =>
            isSeen(element) &&
            [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()) &&
            Number.parseFloat(getComputedStyle(element).fontSize) < 13.9,
        );
        return [
          ...chrome,
          ...(color === "rgb(0, 0, 0)" && backgroundColor === "rgb(255, 255, 255)"
            ? []
            : [`${color} on ${backgroundColor}`]),
          ...small
            .slice(0, 3)
            .map(
              ({ tagName, className, textContent }) =>
                `${tagName}.${className} “${textContent?.slice(0, 20)}” is small`,
            ),
          ...([...document.querySelectorAll(".imprint")].filter(isSeen).length === 2 ? [] : ["no name and address"]),
        ];
      });
      await page.emulateMedia({ media: "screen", colorScheme: "light" });
      return faults;
    },
  },
  {
    criteria: "PRN-04 PRN-06",
    about:
      "on paper: pictures with their captions in one piece and at most 60 % of the height, headings with what follows",
    on: "article.article figure img",
    faults: async (page) => {
      await page.emulateMedia({ media: "print" });
      const faults = await page.evaluate(() => [
        ...[...document.querySelectorAll("article figure")]
          .filter((figure) => getComputedStyle(figure).breakInside !== "avoid")
          .map(({ id }) => `${id} may break`),
        ...[...document.querySelectorAll("article :is(h2, h3)")]
          .filter((heading) => getComputedStyle(heading).breakAfter !== "avoid")
          .map(({ textContent }) => `“${textContent}” may stand alone`),
        ...[...document.querySelectorAll("article figure img")]
          .filter((image) => image.getBoundingClientRect().height > 0.601 * innerHeight)
          .map((image) => `${(image as HTMLImageElement).src} is too tall`),
      ]);
      await page.emulateMedia({ media: "screen" });
      return faults;
    },
  },
  {
    criteria: "PRN-07 PRN-08",
    about: "as a PDF it is tagged and knows its language; text begins at the edge of its script",
    on: "[data-article-body]",
    faults: async (page) => {
      const pdf = (await page.pdf({ tagged: true })).toString("latin1");
      const language = await page.evaluate(() => document.documentElement.lang);
      const alignment = await page.evaluate(
        () => getComputedStyle(document.querySelector("[data-article-body] p") ?? document.body).textAlign,
      );
      return pdf.includes("/MarkInfo") && pdf.includes(`/Lang (${language})`) && alignment === "start"
        ? []
        : ["not tagged"];
    },
  },
];
