import type { Frame } from "@playwright/test";

/** What of an embed cannot be seen and not be reached either; nothing, when all is well. */
export function unreachableIn(frame: Frame): Promise<readonly string[]> {
  return frame.evaluate(() => {
    const faults: string[] = [];
    const root = document.documentElement;
    const box = document.querySelector<HTMLElement>(".box");
    const scroll = document.querySelector<HTMLElement>("[data-scroll]");
    if (!box || !scroll) return ["It has no box."];
    if (root.scrollWidth > innerWidth) faults.push(`The page is ${root.scrollWidth} wide in ${innerWidth}.`);
    if (root.scrollHeight > innerHeight) faults.push(`The page is ${root.scrollHeight} high in ${innerHeight}.`);
    const isLonger = scroll.scrollHeight > scroll.clientHeight + 1;
    const isWider = scroll.scrollWidth > scroll.clientWidth + 1;
    if ((isLonger || isWider) && scroll.tabIndex !== 0) faults.push("What scrolls is out of the reach of keys.");
    if (isLonger && scroll.clientHeight < 24) faults.push(`Only ${scroll.clientHeight} pixels are left to scroll in.`);
    for (const element of document.querySelectorAll<HTMLElement>(
      "h1, p, li, a, figcaption, time, label, input, button",
    )) {
      const style = getComputedStyle(element);
      const { width, height, right, left } = element.getBoundingClientRect();
      if (width === 0 || height === 0 || style.webkitLineClamp !== "none") continue;
      // What stands outside of the part that scrolls must be seen as it is.
      const name = `${element.localName} “${element.textContent?.slice(0, 30)}”`;
      if (element.scrollWidth > element.clientWidth + 1 && style.display !== "inline")
        faults.push(`${name} is cut off.`);
      if (!scroll.contains(element) && (left < -1 || right > innerWidth + 1)) faults.push(`${name} is outside.`);
    }
    const foot = document.querySelector(".foot")?.getBoundingClientRect();
    if (foot && foot.bottom > innerHeight + 1) faults.push("Its foot is below the frame.");
    return faults;
  });
}

/** CSS pixels that an embed lacks to show everything without scrolling. */
export function lackOf(frame: Frame): Promise<number> {
  return frame.evaluate(() => {
    const scroll = document.querySelector<HTMLElement>("[data-scroll]");
    return scroll ? scroll.scrollHeight - scroll.clientHeight : Number.NaN;
  });
}
