import type { Page } from "@playwright/test";
import { type Check, type Faults, onPhone, sized } from "./check.ts";

/** Goes through the page with the Tab key: of each stop whether it is seen, and of each control whether it is a stop. */
async function walk(page: Page, most = 30): Faults {
  await page.evaluate(() => {
    scrollTo(0, 0);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  const faults: string[] = [];
  for (let stop = 0; stop < most; stop += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const boxes = [...element.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      const isAt = (x: number, y: number) => {
        const top = document.elementFromPoint(x, y);
        return top !== null && (element.contains(top) || top.contains(element));
      };
      const points = boxes.flatMap(({ left, top, width, height }) =>
        [0.1, 0.5, 0.9].map((part) => [left + width * part, top + height * part] as const),
      );
      return {
        name: `${element.tagName} “${(element.textContent || element.getAttribute("aria-label"))?.trim().slice(0, 30)}”`,
        isOutlined: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
        isInSight: points.some(([x, y]) => isAt(x, y)),
      };
    });
    if (!seen) break;
    if (!seen.isOutlined) faults.push(`focus on ${seen.name} has no outline of two pixels`);
    if (!seen.isInSight) faults.push(`focus on ${seen.name} is covered or out of sight`);
  }
  return faults;
}

/** What the Tab key has not come to yet, kept by the page. */
type Walked = { missed: Set<Element> };

/** Whether the Tab key comes to everything that can be used. */
async function reachesAll(page: Page): Faults {
  const count = await page.evaluate(() => {
    const isStop = (element: Element) => {
      const isChosen = !(element instanceof HTMLInputElement) || element.type !== "radio" || element.checked;
      return (
        isChosen &&
        element.checkVisibility({ visibilityProperty: true }) &&
        !element.matches(":disabled, [tabindex='-1']")
      );
    };
    const stops = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")];
    const missed = new Set(stops.filter(isStop));
    Object.assign(window, { missed });
    document.addEventListener("focusin", ({ target }) => missed.delete(target as Element));
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    return missed.size;
  });
  const isThrough = () => page.evaluate(() => (window as unknown as Walked).missed.size === 0);
  // What comes into sight meanwhile, as more results do, has stops of its own.
  for (let round = 0; round < 3 && !(await isThrough()); round += 1)
    for (let press = 0; press < count + 3; press += 1) await page.keyboard.press("Tab");
  return page.evaluate(() =>
    [...(window as unknown as Walked).missed].map(
      (stop) => `Tab never comes to ${stop.tagName} “${stop.textContent?.slice(0, 30)}”`,
    ),
  );
}

export const navigation: readonly Check[] = [
  {
    criteria: "STR-08",
    about: "the skip link is the first stop, is seen there, and leads into the page",
    faults: async (page) => {
      await page.evaluate(() => {
        scrollTo(0, 0);
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      });
      await page.keyboard.press("Tab");
      const isSeen = await page.evaluate(() => {
        const { clipPath, width } = getComputedStyle(document.activeElement ?? document.body);
        return (
          Boolean(document.activeElement?.matches("a[href='#main']")) &&
          clipPath === "none" &&
          Number.parseFloat(width) > 40
        );
      });
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      const isInside = await page.evaluate(() => document.activeElement?.closest("main, footer") !== null);
      await page.evaluate(() => history.replaceState(history.state, "", location.pathname + location.search));
      return [
        ...(isSeen ? [] : ["no skip link at the first stop"]),
        ...(isInside ? [] : ["it does not lead into the page"]),
      ];
    },
  },
  {
    criteria: "NAV-01",
    about: "Tab comes to every control",
    faults: reachesAll,
  },
  { criteria: "NAV-02 NAV-03", about: "focus is outlined and in sight at the first thirty stops", faults: walk },
  {
    criteria: "MOT-02",
    about: "the same on a phone in forced colours, below no bar",
    faults: async (page) => {
      await page.emulateMedia({ forcedColors: "active" });
      try {
        return await onPhone(page, walk);
      } finally {
        await page.emulateMedia({ forcedColors: "none" });
      }
    },
  },
  {
    criteria: "NAV-04",
    about: "no tab stop is moved away from its place in the document",
    faults: (page) =>
      page.evaluate(() => {
        const moved = (element: Element): boolean => {
          const { order, flexDirection } = getComputedStyle(element);
          return order !== "0" || flexDirection.endsWith("reverse");
        };
        return [...document.querySelectorAll("body *")]
          .filter((element) => moved(element) && element.querySelector("a[href], button, input, [tabindex='0']"))
          .map((element) => `${element.tagName}.${element.className} holds a stop and is moved`);
      }),
  },
  {
    criteria: "NAV-09",
    about: "one link at most is that of the page one is on",
    faults: (page) =>
      page.evaluate(() => {
        const current = [...document.querySelectorAll("header [aria-current=page]")].filter((link) =>
          link.checkVisibility(),
        );
        const isSection = location.pathname.startsWith("/sections/");
        return current.length === (isSection ? 1 : 0) ? [] : [`${current.length} current sections`];
      }),
  },
  {
    criteria: "NAV-10 NAV-11",
    about: "links say where they lead, one name leads to one place, a story is one stop",
    faults: (page) =>
      page.evaluate(() => {
        const generic = /^(?:here|click here|more|read more|link|this|details)$/iu;
        const leads = new Map<string, string>();
        const links = [...document.querySelectorAll<HTMLAnchorElement>("main a[href]")].filter((link) =>
          link.checkVisibility(),
        );
        const faults = links.flatMap((link) => {
          const text = link.getAttribute("aria-label") ?? link.textContent ?? "";
          const name = text.trim() || [...link.querySelectorAll("img")].map(({ alt }) => alt).join(" ");
          const leadsTo = leads.get(name) ?? link.href;
          leads.set(name, leadsTo);
          return [
            ...(generic.test(name) || name === "" ? [`a link says “${name}”`] : []),
            ...(leadsTo === link.href ? [] : [`“${name}” leads to ${leadsTo} and ${link.href}`]),
          ];
        });
        for (const card of document.querySelectorAll("main [data-card]")) {
          const addresses = [...card.querySelectorAll<HTMLAnchorElement>("a[href]:not([tabindex='-1'])")].map(
            ({ href }) => href,
          );
          if (new Set(addresses).size !== addresses.length)
            faults.push(`two stops of “${card.textContent?.slice(0, 40)}”`);
        }
        return faults;
      }),
  },
  {
    criteria: "NAV-12",
    about: "links into a new window say so, and give it no way back",
    faults: (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLAnchorElement>("a[target=_blank]")]
          .filter(
            ({ relList, textContent }) => !relList.contains("noopener") || !/window|tab/iu.test(textContent ?? ""),
          )
          .map(({ href }) => `${href} opens a window and does not say so`),
      ),
  },
  {
    criteria: "NAV-21",
    about: "nothing reloads, plays or moves by itself",
    faults: (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll("meta[http-equiv=refresh], [autoplay], marquee")].map(({ tagName }) => tagName),
      ),
  },
  {
    criteria: "NAV-22",
    about: "at 320 the sections wrap or are a disclosure",
    faults: (page) =>
      sized(page, 320, 800, (narrow) =>
        narrow.evaluate(() =>
          [...document.querySelectorAll("header :is(nav, ul)")]
            .filter((part) => part.checkVisibility() && part.scrollWidth > part.clientWidth + 1)
            .map(({ className }) => `${className} goes on beyond its edge`),
        ),
      ),
  },
];
