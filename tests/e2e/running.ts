import { expect, type Locator, type Page } from "@playwright/test";

/** Gives the page the sign that it waits for to start the app, and waits until the app has taken it over. */
export async function startApp(page: Page): Promise<void> {
  await page.keyboard.press("Shift");
  await expect(page.locator("html[data-app=running]")).toBeAttached();
}

/** Opens a page and starts the app in it. */
export async function openRunning(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await startApp(page);
}

/** Comes onto something with the pointer and moves there, as a hand does: a pointer that only lies where a page opens is no sign. */
export async function pointAt(locator: Locator): Promise<void> {
  for (const x of [4, 8]) await locator.hover({ position: { x, y: 8 } });
}

/** Where something stands in the window, in pixels from its top: that is what a reader comes back to, in whatever letters. */
export function topOf(locator: Locator): Promise<number> {
  return locator.evaluate((element) => Math.round(element.getBoundingClientRect().top) || 0);
}

type Answer = { readonly contentType: string; readonly body: string };

/** Holds back what a page asks for at these addresses. Gives what lets it go, or lets it be answered where there is no server. */
export async function holdBack(page: Page, addresses: string, answer?: Answer): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route(addresses, async (route) => {
    await held;
    await (answer ? route.fulfill(answer) : route.continue());
  });
  return letGo;
}
