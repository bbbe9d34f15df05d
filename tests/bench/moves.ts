import type { Page } from "playwright-core";
import { apply, type OpenPage, slowProcessor } from "./bench-browser.ts";
import type { SlowNetwork } from "./slow-network.ts";

/**
 * How long a move took until what it leads to was painted, in milliseconds (not a number when it led nowhere), and how far from its
 * place the page stood then.
 */
export type Moved = {
  readonly took: number;
  readonly pixelsOff?: number;
  /** Whether the page came out of the browser's back/forward cache. */
  readonly wasKept?: boolean;
};

/** The headline of an article, as a page links it. */
export type Story = { readonly href: string; readonly headline: string };

/** What is waited for: an address, and on it a heading or a link. */
type Wanted = { readonly pathname: string; readonly heading?: string; readonly href?: string };

const longestWait = 10_000;

/**
 * Runs in every document as it begins: notes when what is waited for was painted. Times are milliseconds since 1970 and lie in
 * the tab's session storage, which survives the document.
 */
function watchPaints(): void {
  const isThere = ({ pathname, heading, href }: Wanted) => {
    if (location.pathname !== pathname) return false;
    if (href !== undefined) return document.querySelector(`main a[href="${href}"]`) !== null;
    const isHeaded = document.querySelector("main h1")?.textContent?.trim() === heading;
    return isHeaded && document.querySelector("main article p:nth-of-type(3), main .prose p") !== null;
  };
  const look = () => {
    const wanted = sessionStorage.getItem("bench-wanted");
    if (wanted !== null && isThere(JSON.parse(wanted) as Wanted)) {
      sessionStorage.removeItem("bench-wanted");
      // This frame is painted when the next task runs.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        sessionStorage.setItem("bench-painted", String(performance.timeOrigin + performance.now()));
        sessionStorage.setItem("bench-scroll", String(scrollY));
      };
      requestAnimationFrame(() => port2.postMessage(0));
      return;
    }
    requestAnimationFrame(look);
  };
  const note = (event: Event) => {
    if (event.isTrusted) sessionStorage.setItem("bench-moved", String(performance.timeOrigin + event.timeStamp));
  };
  addEventListener("touchend", note, true);
  addEventListener("mouseup", note, true);
  addEventListener("bench-watch", look);
  // A page that comes back from the back/forward cache goes on where it stood.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) sessionStorage.setItem("bench-restored", "yes");
  });
  if (sessionStorage.getItem("bench-wanted") !== null) look();
}

export async function prepare({ page }: OpenPage): Promise<void> {
  await page.addInitScript(`(${watchPaints.toString()})()`);
}

/** Waits for what was done last to be painted. */
async function painted({ page }: OpenPage): Promise<number> {
  const deadline = Date.now() + longestWait;
  for (;;) {
    const times = await page
      .evaluate(() => [sessionStorage.getItem("bench-moved"), sessionStorage.getItem("bench-painted")])
      .catch(() => [null, null]);
    const [moved, shown] = times;
    if (moved && shown) {
      await page.evaluate(() => sessionStorage.removeItem("bench-painted"));
      return Number(shown) - Number(moved);
    }
    if (Date.now() > deadline) return Number.NaN;
    await page.waitForTimeout(50);
  }
}

async function want(page: Page, wanted: Wanted): Promise<void> {
  await page.evaluate((what) => {
    sessionStorage.removeItem("bench-painted");
    sessionStorage.removeItem("bench-moved");
    sessionStorage.setItem("bench-wanted", JSON.stringify(what));
    dispatchEvent(new Event("bench-watch"));
  }, wanted);
}

async function centre(page: Page, href: string): Promise<{ x: number; y: number }> {
  const link = page.locator(`main a[href="${href}"]`).first();
  await link.scrollIntoViewIfNeeded();
  const box = await link.boundingBox();
  if (!box) throw new Error(`${href} cannot be tapped.`);
  return { x: Math.round(box.x + Math.min(box.width / 2, 80)), y: Math.round(box.y + box.height / 2) };
}

/** A finger touches a headline for 80 ms, as long as usual taps do. The time is told from when it lifts. */
export async function tap(open: OpenPage, { href, headline }: Story): Promise<Moved> {
  const point = await centre(open.page, href);
  await want(open.page, { pathname: href, heading: headline });
  await open.session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [point] });
  await open.page.waitForTimeout(80);
  await open.session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  return { took: await painted(open) };
}

/** A pointer rests on a headline for so long before it clicks. */
export async function click(open: OpenPage, { href, headline }: Story, rest: number): Promise<Moved> {
  const { x, y } = await centre(open.page, href);
  await want(open.page, { pathname: href, heading: headline });
  const send = (type: "mouseMoved" | "mousePressed" | "mouseReleased", aside = 0) =>
    open.session.send("Input.dispatchMouseEvent", {
      type,
      x: x + aside,
      y,
      ...(type !== "mouseMoved" && { button: "left" as const, clickCount: 1 }),
    });
  await send("mouseMoved", 4);
  await send("mouseMoved");
  await open.page.waitForTimeout(rest);
  await send("mousePressed");
  await open.page.waitForTimeout(80);
  await send("mouseReleased");
  return { took: await painted(open) };
}

/** How far below the top of the window the link to a story stands, in pixels. */
export function placeOf({ page }: OpenPage, { href }: Story): Promise<number> {
  return page.evaluate((wanted) => {
    return document.querySelector(`main a[href="${wanted}"]`)?.getBoundingClientRect().top ?? Number.NaN;
  }, href);
}

/**
 * Back to a page whose link to the story stood at `before` pixels of the window, told from the press of the button to the paint of
 * the link.
 */
export async function goBack(open: OpenPage, story: Story, to: string, before: number): Promise<Moved> {
  const { page } = open;
  await want(page, { pathname: to, href: story.href });
  await page.evaluate(() => {
    sessionStorage.removeItem("bench-restored");
    setTimeout(() => {
      sessionStorage.setItem("bench-moved", String(performance.timeOrigin + performance.now()));
      history.back();
    }, 50);
  });
  // A page out of the back/forward cache has its own frames: it must be told to look.
  const deadline = Date.now() + longestWait;
  while (new URL(page.url()).pathname !== to && Date.now() < deadline) await page.waitForTimeout(10);
  await page.evaluate(() => dispatchEvent(new Event("bench-watch"))).catch(() => undefined);
  const took = await painted(open);
  await page.waitForTimeout(1_000);
  const restored = await page.evaluate(() => sessionStorage.getItem("bench-restored"));
  const pixelsOff = Math.round(Math.abs((await placeOf(open, story)) - before));
  return { took, pixelsOff, wasKept: restored !== null };
}

/** Opens a page as it is when a reader has looked at it for a while. */
export async function arrive({ page }: OpenPage, { address }: SlowNetwork, path: string): Promise<void> {
  await page.goto(address + path, { waitUntil: "load" });
  await page.waitForTimeout(1_500);
}

/** Starts the app as a key does, for once over a good network. */
export async function startApp({ page, session }: OpenPage, network: SlowNetwork): Promise<void> {
  network.hurry(true);
  await apply(session, { processor: 1 });
  await page.keyboard.press("Shift");
  await page.waitForSelector("html[data-app=running]", { timeout: longestWait });
  await page.waitForTimeout(500);
  await apply(session, slowProcessor);
  network.hurry(false);
}

/** The app takes over a page in which a reader has gone some way; told from the sign that starts it until it runs. */
export async function takeOver({ page }: OpenPage): Promise<Moved> {
  await page.mouse.wheel(0, 900);
  await page.waitForTimeout(500);
  const before = await page.evaluate(() => scrollY);
  const started = Date.now();
  await page.keyboard.press("Shift");
  await page.waitForSelector("html[data-app=running]", { timeout: longestWait });
  const took = Date.now() - started;
  await page.waitForTimeout(500);
  return { took, pixelsOff: Math.abs((await page.evaluate(() => scrollY)) - before) };
}
