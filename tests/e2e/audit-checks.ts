import type { Page } from "@playwright/test";

/** What a check found wrong; nothing when the criterion holds. */
type Faults = Promise<readonly string[]>;

/** A criterion of accessibility or layout, by what it is about, and how a page is held to it. */
export type Check = { readonly criteria: string; readonly about: string; readonly faults: (page: Page) => Faults };

const usual = { width: 1280, height: 800 };

async function overflow(page: Page): Faults {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} pixels too wide at ${clientWidth}`] : [];
  });
}

/** Text in boxes that cut off what does not fit. */
async function clipped(page: Page): Faults {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("main *, header *, footer *")]
      .filter((element) => {
        const { overflowX, overflowY, clipPath, webkitLineClamp } = getComputedStyle(element);
        // Two lines of a story that stands whole behind its link.
        if (webkitLineClamp !== "none") return false;
        if (element.clientHeight < 2 || clipPath !== "none" || element.matches("input, select, textarea")) return false;
        const cutsX = /hidden|clip/u.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
        const cutsY = /hidden|clip/u.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
        return (cutsX || cutsY) && (element.textContent ?? "").trim() !== "";
      })
      .map((element) => `${element.tagName}.${element.className} cuts off “${element.textContent?.slice(0, 40)}”`),
  );
}

async function sized(page: Page, width: number, height: number, look: (page: Page) => Faults): Faults {
  await page.setViewportSize({ width, height });
  try {
    return await look(page);
  } finally {
    await page.setViewportSize(usual);
  }
}

const spacing =
  "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important} p{margin-block-end:2em!important}";

/** The stops of the Tab key, and of each whether its focus can be seen. */
async function walk(page: Page): Faults {
  await page.evaluate(() => {
    scrollTo(0, 0);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  const faults: string[] = [];
  for (let stop = 0; stop < 30; stop += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { top, bottom, width } = element.getBoundingClientRect();
      return {
        name: `${element.tagName} “${element.textContent?.trim().slice(0, 30)}”`,
        isOutlined: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
        isInSight: width > 0 && bottom > 0 && top < innerHeight,
      };
    });
    if (!seen) break;
    if (!seen.isOutlined) faults.push(`focus on ${seen.name} has no outline of two pixels`);
    if (!seen.isInSight) faults.push(`focus on ${seen.name} is out of sight`);
  }
  return faults;
}

export const checks: readonly Check[] = [
  {
    criteria: "STR-03",
    about: "language and direction of the document",
    faults: (page) =>
      page.evaluate(() => {
        const { lang, dir } = document.documentElement;
        const isRtl = /^(?:ur|ar|fa)\b/u.test(lang);
        return lang !== "" && dir === (isRtl ? "rtl" : "ltr") ? [] : [`lang “${lang}”, dir “${dir}”`];
      }),
  },
  {
    criteria: "STR-05 STR-06",
    about: "headings",
    faults: (page) =>
      page.evaluate(() => {
        const levels = [...document.querySelectorAll("main :is(h1,h2,h3,h4,h5,h6)")].map(({ tagName }) =>
          Number(tagName[1]),
        );
        const faults =
          levels.filter((level) => level === 1).length === 1 && levels[0] === 1 ? [] : ["not one h1 at first"];
        for (const [at, level] of levels.entries())
          if (level > (levels[at - 1] ?? 1) + 1) faults.push(`h${level} after h${levels[at - 1]}`);
        return faults;
      }),
  },
  {
    criteria: "STR-07 STR-10 STR-14",
    about: "landmarks, tabindex, live regions",
    faults: (page) =>
      page.evaluate(() => [
        ...["main", "footer"].flatMap((name) =>
          document.querySelectorAll(`${name}:not(main ${name})`).length === 1 ? [] : [`not one ${name}`],
        ),
        ...(document.querySelector('[tabindex]:not([tabindex="0"], [tabindex="-1"])') ? ["a positive tabindex"] : []),
        ...[...document.querySelectorAll("nav")]
          .filter((nav) => !nav.getAttribute("aria-label") && !nav.getAttribute("aria-labelledby"))
          .map(() => "a nav without a name"),
      ]),
  },
  { criteria: "MOB-01", about: "reflow at 320", faults: (page) => sized(page, 320, 800, overflow) },
  {
    criteria: "ART-11",
    about: "400 % zoom (320 × 256)",
    faults: (page) =>
      sized(page, 320, 256, async (zoomed) => {
        const bars = await zoomed.evaluate(() =>
          [...document.querySelectorAll("body *")]
            .filter((element) => getComputedStyle(element).position === "fixed")
            .reduce((sum, element) => sum + element.getBoundingClientRect().height, 0),
        );
        return [
          ...(await overflow(zoomed)),
          ...(await clipped(zoomed)),
          ...(bars > 128 ? [`bars of ${bars} pixels`] : []),
        ];
      }),
  },
  {
    criteria: "ART-12",
    about: "text spacing override",
    faults: async (page) => {
      // Where the policy of the page allows no further style element, as a reader's own style sheet does.
      await page.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        document.adoptedStyleSheets.push(sheet);
      }, spacing);
      const wide = await clipped(page);
      const narrow = await sized(page, 320, 800, async (small) => [
        ...(await overflow(small)),
        ...(await clipped(small)),
      ]);
      await page.evaluate(() => void document.adoptedStyleSheets.pop());
      return [...wide, ...narrow];
    },
  },
  { criteria: "NAV-01 NAV-02 NAV-03", about: "the first thirty stops of Tab", faults: walk },
  {
    criteria: "MOT-02",
    about: "focus in forced colours",
    faults: async (page) => {
      await page.emulateMedia({ forcedColors: "active" });
      const faults = await walk(page);
      await page.emulateMedia({ forcedColors: "none" });
      return faults;
    },
  },
  {
    criteria: "PRN-01 PRN-02",
    about: "print",
    faults: async (page) => {
      await page.emulateMedia({ media: "print" });
      const faults = await page.evaluate(() => {
        const isSeen = (element: Element) => element.checkVisibility();
        const chrome = [...document.querySelectorAll(".no-print, nav")]
          .filter(isSeen)
          .map(({ tagName }) => `${tagName} is printed`);
        const { color } = getComputedStyle(document.body);
        return color === "rgb(0, 0, 0)" ? chrome : [...chrome, `text is ${color}`];
      });
      await page.emulateMedia({ media: "screen" });
      return faults;
    },
  },
  {
    criteria: "I18N-02",
    about: "mirroring",
    faults: (page) =>
      page.evaluate(() => {
        const name = document.querySelector(".masthead-name, .nameplate-name")?.getBoundingClientRect();
        const title = document.querySelector("h1");
        if (!name || !title) return ["no name of the newsroom"];
        // The newsroom’s own words keep its direction around a story of another.
        const isRtl = document.querySelector("header[dir]")?.getAttribute("dir") === "rtl";
        const { textAlign } = getComputedStyle(title);
        return /start/u.test(textAlign) && (isRtl ? name.right > innerWidth / 2 : name.left < innerWidth / 2)
          ? []
          : [`name at ${name.left}-${name.right}, h1 aligned ${textAlign}`];
      }),
  },
];
