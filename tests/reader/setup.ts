import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";
import { StandingObserver, showAll } from "./on-screen.ts";

const openers = new WeakMap<HTMLDialogElement, Element | null>();

// What jsdom leaves out of a browser and the reader asks for.
window.scrollTo = vi.fn();
window.matchMedia = (media) => Object.assign(new EventTarget(), { media, matches: false }) as MediaQueryList;
Element.prototype.scrollIntoView = vi.fn();
globalThis.IntersectionObserver = StandingObserver as unknown as typeof IntersectionObserver;
HTMLDialogElement.prototype.showModal = function showModal() {
  openers.set(this, document.activeElement);
  this.open = true;
  this.querySelector<HTMLElement>("button, input, a[href]")?.focus();
};
HTMLDialogElement.prototype.close = function close() {
  if (!this.open) return;
  this.open = false;
  const opener = openers.get(this);
  if (opener instanceof HTMLElement) opener.focus();
  this.dispatchEvent(new Event("close"));
};

// A machine may have much else to do.
configure({ asyncUtilTimeout: 5_000 });

afterEach(() => {
  cleanup();
  showAll();
});
