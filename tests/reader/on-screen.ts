let isOnScreen: (element: Element) => boolean = () => true;

/** Until the test is over, only these elements are on screen. */
export function showOnly(elements: (element: Element) => boolean): void {
  isOnScreen = elements;
}

export function showAll(): void {
  isOnScreen = () => true;
}

/** Stands in for the browser's: nothing is scrolled here. */
export class StandingObserver {
  readonly #seen: IntersectionObserverCallback;

  constructor(seen: IntersectionObserverCallback) {
    this.#seen = seen;
  }

  observe(target: Element): void {
    const entry = { target, isIntersecting: isOnScreen(target) } as IntersectionObserverEntry;
    queueMicrotask(() => this.#seen([entry], this as unknown as IntersectionObserver));
  }

  disconnect(): void {
    // Nothing is looked at any longer than once.
  }
}
