import type { Page } from "@playwright/test";

/** What a check found wrong; nothing when the criterion holds. */
export type Faults = Promise<readonly string[]>;

/** Criteria of READING.md's table, what they are about, and how a page is held to them. */
export type Check = {
  readonly criteria: string;
  readonly about: string;
  /** What a page must have to be held to them; every page when left out. */
  readonly on?: string;
  readonly faults: (page: Page) => Faults;
};

const usual = { width: 1280, height: 800 };

/** Looks at the page in a window of another size. */
export async function sized(page: Page, width: number, height: number, look: (page: Page) => Faults): Faults {
  await page.setViewportSize({ width, height });
  try {
    return await look(page);
  } finally {
    await page.setViewportSize(usual);
  }
}

/** Looks at the page as a telephone shows it, whose pointer is a finger. */
export async function onPhone(page: Page, look: (page: Page) => Faults): Faults {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setTouchEmulationEnabled", { enabled: true });
  try {
    return await sized(page, 390, 844, look);
  } finally {
    await session.send("Emulation.setTouchEmulationEnabled", { enabled: false });
    await session.detach();
  }
}

export async function overflow(page: Page): Faults {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} pixels too wide at ${clientWidth}`] : [];
  });
}

/** Text in boxes that cut off what does not fit. */
export async function clipped(page: Page): Faults {
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

/** Lines of text that lie over one another, or over a picture. */
export async function overlapping(page: Page): Faults {
  return page.evaluate(() => {
    const main = document.querySelector("main");
    if (!main) return [];
    const placed: { name: string; of: Node; box: DOMRect }[] = [];
    const add = (name: string, of: Node, box: DOMRect) => {
      if (box.width > 2 && box.height > 2) placed.push({ name, of, box });
    };
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      if (!parent?.checkVisibility() || parent.closest(".visually-hidden, .sheet, .scroll-box, .article-tools"))
        continue;
      // Two lines of a story that stands whole behind its link.
      if (parent.closest(".search-snippet")) continue;
      if (getComputedStyle(parent).clipPath !== "none" || (text.textContent ?? "").trim() === "") continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const box of range.getClientRects()) add(`“${text.textContent?.trim().slice(0, 30)}”`, parent, box);
    }
    for (const image of main.querySelectorAll("img")) {
      if (image.checkVisibility() && image.naturalWidth > 0)
        add(image.src.split("/").at(-1) ?? "", image, image.getBoundingClientRect());
    }
    placed.sort((one, other) => one.box.top - other.box.top);
    const faults: string[] = [];
    for (const [at, { name, of, box }] of placed.entries())
      for (let next = at + 1; next < placed.length; next += 1) {
        const other = placed[next];
        if (!other || other.box.top > box.bottom) break;
        if (of === other.of || faults.length > 3) continue;
        const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        // Lines are drawn in boxes that are taller than their letters.
        const tall = Math.min(box.bottom, other.box.bottom) - other.box.top;
        if (wide > 3 && tall > 0.4 * Math.min(box.height, other.box.height)) faults.push(`${name} over ${other.name}`);
      }
    return faults;
  });
}
