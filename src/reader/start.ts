/*
 * Runs in every page as it opens, in place of the app: a page is whole without it, and its links work by themselves. What only
 * holds today is filled in at once. The app is fetched at the first sign that somebody is about to do something with the page.
 * It stands in the page itself and is built by itself, so it should import little.
 */
import type { Instant } from "#domain/instant.ts";
import { type PresentWords, presentAge, presentDay } from "#ui/present-time.ts";
import { storedVisits } from "./reading-history.ts";

const app = document.querySelector<HTMLElement>("[data-scripts]");
const scripts = app?.dataset["scripts"]?.split(" ") ?? [];
const speculation = document.querySelector<HTMLScriptElement>("script[data-speculation]");
const speculationType = "speculationrules";
const loaded = location.pathname;
let isStarted = false;
let pointerPlace = "";
const rest = 500;
const longestStart = 20_000;
const controls = "button, input, select, summary";
const signs = ["pointermove", "touchstart", "focusin", "keydown"];

function printToday(): void {
  const said = app?.dataset["present"];
  if (!said) return;
  const words = JSON.parse(said) as PresentWords;
  for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-age]")) {
    const { age: day = "", year = time.dateTime.slice(0, 4) } = time.dataset;
    const age = presentAge(time.dateTime as Instant, { day, year }, words, Date.now());
    if (age) time.textContent = age;
  }
  const day = document.querySelector("[data-today]");
  if (day) day.textContent = presentDay(words, new Date());
}

function start(): void {
  if (isStarted) return;
  isStarted = true;
  for (const sign of signs) removeEventListener(sign, startIfMeant, true);
  for (const script of scripts) import(/* @vite-ignore */ script).catch(followWanted);
  // The page has the styles that it needs itself; those that it opens within the app need others.
  const styles = document.createElement("link");
  styles.rel = "stylesheet";
  styles.href = app?.dataset["styles"] ?? "";
  document.head.append(styles);
}

/** What the page shows by itself is seen before the app comes. A page that nobody sees is not drawn. */
function startWhenDrawn(): void {
  if (document.visibilityState === "hidden") start();
  else requestAnimationFrame(() => setTimeout(start));
}

/**
 * Scrolling and resting the pointer on text is reading; a link under the pointer, a field or a key is not. A link that is tapped
 * leads to its page before the app could come, and sooner when nothing else is fetched; only a list of several pages is at once
 * made a long one.
 */
function startIfMeant(event: Event): void {
  if (event instanceof PointerEvent && !hasMoved(event)) return;
  speculate();
  const { type, target } = event;
  const isTapped = !(event instanceof PointerEvent) || event.pointerType === "touch";
  const meant = isTapped && !document.querySelector("[data-pages]") ? controls : `a, ${controls}`;
  if (type === "keydown" || (target instanceof Element && target.closest(meant))) start();
}

/** A page that opens beneath a pointer is told where that is as if it had come there; it has moved once it is elsewhere. */
function hasMoved({ clientX, clientY }: PointerEvent): boolean {
  const before = pointerPlace;
  pointerPlace = `${clientX} ${clientY}`;
  return before !== "" && before !== pointerPlace;
}

/** Matching rules with every link is work, which waits until there is somebody who may follow one. */
function speculate(): void {
  if (!speculation || speculation.type === speculationType) return;
  speculation.type = speculationType;
  // A browser looks at what a script is as it comes into the document.
  document.body.append(speculation);
}

/** Tools come with the app. One that is reached for before they are there is noted, for them to use. */
function noteWanted(event: Event): void {
  const tool = event.target instanceof Element && event.target.closest<HTMLElement>("[data-tool]");
  if (!tool || document.documentElement.dataset["tools"]) return;
  event.preventDefault();
  tool.dataset["wanted"] = "";
  start();
}

/** Where the app does not come, a tool that is a link still leads somewhere. */
function followWanted(): void {
  document.documentElement.dataset["tools"] = "missing";
  document.querySelector<HTMLElement>("[data-wanted]")?.click();
}

/** What can wait: whatever the page itself still fetches comes first, and an app that is on its way with its tools. */
function restLater(): void {
  const address = app?.dataset["rest"];
  const isStarting = isStarted && !document.documentElement.dataset["tools"] && performance.now() < longestStart;
  if (isStarting) setTimeout(restLater, rest);
  else if (address) import(/* @vite-ignore */ address).catch(() => undefined);
}

/** An app that is gone has left entries in the history to which the browser only changes the address. */
function startForEntry(): void {
  if (location.pathname !== loaded) start();
}

addEventListener("click", noteWanted, true);
const isHalfRead = storedVisits()[location.pathname]?.block !== undefined;
const isWanted = app?.dataset["start"] === "now" || location.hash.startsWith("#figure-") || isHalfRead;
if (isWanted || !navigator.onLine) startWhenDrawn();
else for (const sign of signs) addEventListener(sign, startIfMeant, { capture: true, passive: true });
addEventListener("popstate", startForEntry);
printToday();
const restOnceLoaded = () => setTimeout(restLater, rest);
if (document.readyState === "complete") restOnceLoaded();
else addEventListener("load", restOnceLoaded, { once: true });
