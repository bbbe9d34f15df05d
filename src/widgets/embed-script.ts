/*
 * Runs in the head of every embed's page as a classic script, before anything of it is painted. It must work in an opaque
 * sandbox: no module, fetch, storage or change of address. Without it an embed is whole, in the colours of the device.
 */
import "./embed.css";
import { type Colour, contrastOf, legibleAccent, parseColour } from "./accent.ts";
import { livePage } from "./live-page.ts";

const root = document.documentElement;
const asked = new URLSearchParams(location.search);
const isEmbedded = parent !== window;
/** WordPress names the frame that it made by a secret behind the address, pym.js by an id in it. */
const wordpressSecret = /^#\?secret=([0-9a-z]+)$/iu.exec(location.hash)?.[1];
const pymId = /^[\w-]{1,100}$/u.exec(asked.get("childId") ?? "")?.[0];

let port: MessagePort | undefined;
let sent = 0;
let toldState: string | undefined;

function show(theme: unknown): void {
  if (theme === "light" || theme === "dark") root.dataset["theme"] = theme;
  else if (theme === "auto") delete root.dataset["theme"];
}

/** An accent that is too faint for text in a theme is made stronger until it can be read. */
function showAccent(accent: Colour): void {
  const [paper, ink, darkPaper, darkInk] = (root.dataset["grounds"]?.split(" ") ?? []) as Colour[];
  for (const [theme, ground, text] of [
    ["light", paper, ink],
    ["dark", darkPaper, darkInk],
  ] as const) {
    if (!ground || !text) return;
    const legible = legibleAccent(accent, ground, text);
    root.style.setProperty(`--${theme}-accent`, legible);
    const on: Colour = contrastOf(legible, "#ffffff") >= contrastOf(legible, "#000000") ? "#ffffff" : "#000000";
    root.style.setProperty(`--on-${theme}-accent`, on);
  }
}

/** The height that shows everything without scrolling, in CSS pixels. */
function ownHeight(): number {
  const box = document.querySelector<HTMLElement>(".box");
  const scroll = document.querySelector<HTMLElement>("[data-scroll]");
  const rest = document.querySelector<HTMLElement>("[data-rest]");
  if (!box || !scroll || !rest) return 0;
  return Math.ceil(box.offsetHeight - rest.offsetHeight - scroll.clientHeight + scroll.scrollHeight);
}

function tellSize(): void {
  const scroll = document.querySelector<HTMLElement>("[data-scroll]");
  if (!scroll) return;
  // What scrolls can be scrolled by keys as well.
  const isScrolled = scroll.scrollHeight > scroll.clientHeight + 1 || scroll.scrollWidth > scroll.clientWidth + 1;
  if (isScrolled) scroll.tabIndex = 0;
  else scroll.removeAttribute("tabindex");
  const height = ownHeight();
  if (!isEmbedded || height === sent || height <= 0) return;
  sent = height;
  port?.postMessage({ type: "size", height });
  if (wordpressSecret) parent.postMessage({ message: "height", value: height, secret: wordpressSecret }, "*");
  if (pymId) parent.postMessage(`pymxPYMx${pymId}xPYMxheightxPYMx${height}`, "*");
  parent.postMessage({ sentinel: "amp", type: "embed-size", height }, "*");
}

function tellState(): void {
  const { state } = root.dataset;
  if (!port || state === toldState) return;
  toldState = state;
  port.postMessage({ type: "state", state });
}

/** The first message that counts comes from the page that holds the frame, and brings the port for all others. */
function greet({ source, data, ports }: MessageEvent): void {
  const [given] = ports;
  const hello = data as { dateline?: unknown; type?: unknown } | null;
  if (source !== parent || !isEmbedded || !given || hello?.dateline !== 1 || hello.type !== "hello") return;
  port?.close();
  port = given;
  port.onmessage = ({ data: told }: MessageEvent<{ type?: unknown; theme?: unknown } | null>) => {
    if (told?.type === "theme") show(told.theme);
  };
  port.postMessage({ type: "ready" });
  toldState = undefined;
  tellState();
  sent = 0;
  tellSize();
}

/** A frame of WordPress may open no window: its page follows the link. */
function tellClick(event: MouseEvent): void {
  const link = event.target instanceof Element && event.target.closest("a");
  if (!link) return;
  port?.postMessage({ type: "click" });
  if (!wordpressSecret || !isEmbedded) return;
  event.preventDefault();
  parent.postMessage({ message: "link", value: link.href, secret: wordpressSecret }, "*");
}

show(asked.get("theme"));
const accent = parseColour(asked.get("accent") ?? "");
if (accent) showAccent(accent);
addEventListener("message", greet);
addEventListener("click", tellClick);
/** Tells of what is shown from now on, and of every change of its size. */
function watch(): void {
  tellState();
  tellSize();
  observer.disconnect();
  for (const part of document.querySelectorAll("body, [data-scroll], [data-scroll] > *")) observer.observe(part);
}

const observer = new ResizeObserver(tellSize);
// A frame that is hidden is never told of its size by an observer: so it is asked at each of these moments as well.
document.addEventListener("DOMContentLoaded", watch);
addEventListener(livePage.drawn, watch);
addEventListener("load", tellSize);
void document.fonts.ready.then(tellSize);
