import { expect, type Page } from "@playwright/test";

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

/** Holds back what a page asks for at these addresses. Gives what lets it go. */
export async function holdBack(page: Page, addresses: string): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route(addresses, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}
