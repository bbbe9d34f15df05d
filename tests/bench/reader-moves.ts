import type { OpenPage } from "./bench-browser.ts";
import type { PagePath } from "./bench-sites.ts";
import { arrive, click, goBack, type Moved, placeOf, type Story, startApp, takeOver, tap } from "./moves.ts";
import { storyOf } from "./scratch-copy.ts";
import type { SlowNetwork } from "./slow-network.ts";

/** The lead story, one that stands further down, and the next one in its section. */
const [first, lower, next] = [storyOf(39), storyOf(32), storyOf(37)];
const pathOf = ({ href }: Story): PagePath => `articles/${href.split("/").at(-1)}`;
export const movedBetween: readonly PagePath[] = ["", ...[first, lower, next].map(pathOf)];

/** Where moves are made: a page written by hand has no app, and the browser alone makes its moves. */
export type Place = { readonly name: string; readonly network: SlowNetwork; readonly isByHand: boolean };

export type Move = {
  readonly name: string;
  /** Milliseconds that it may take. */
  readonly most?: number;
  readonly isWithApp?: boolean;
  readonly run: (open: OpenPage, at: Place) => Promise<Moved>;
};

export const moves: readonly Move[] = [
  {
    name: "first tap, nothing fetched ahead",
    run: async (open, { network }) => {
      await arrive(open, network, "");
      return tap(open, first);
    },
  },
  {
    name: "first click after the pointer rested 0.3 s",
    run: async (open, { network }) => {
      await arrive(open, network, "");
      return click(open, first, 300);
    },
  },
  {
    name: "first click after the pointer rested 1.2 s",
    most: 320,
    run: async (open, { network }) => {
      await arrive(open, network, "");
      return click(open, first, 1_200);
    },
  },
  {
    name: "first click after the pointer rested 4 s",
    most: 320,
    run: async (open, { network }) => {
      await arrive(open, network, "");
      return click(open, first, 4_000);
    },
  },
  {
    name: "tap in the running app, nothing fetched ahead",
    isWithApp: true,
    run: async (open, { network }) => {
      await arrive(open, network, "");
      await startApp(open, network);
      return tap(open, first);
    },
  },
  {
    name: "click in the running app after the pointer rested 1.2 s",
    most: 320,
    isWithApp: true,
    run: async (open, { network }) => {
      await arrive(open, network, "");
      await startApp(open, network);
      return click(open, first, 1_200);
    },
  },
  {
    name: "tap on an article that was read before",
    most: 150,
    run: async (open, { network, isByHand }) => {
      await arrive(open, network, "");
      if (!isByHand) await startApp(open, network);
      const before = await placeOf(open, first);
      await tap(open, first);
      await goBack(open, first, "/", before);
      return tap(open, first);
    },
  },
  {
    name: "back, in the running app",
    most: 150,
    isWithApp: true,
    run: async (open, { network }) => {
      await arrive(open, network, "");
      await startApp(open, network);
      return thereAndBack(open);
    },
  },
  {
    name: "back, between pages",
    most: 150,
    run: async (open, { network }) => {
      await arrive(open, network, "");
      return thereAndBack(open);
    },
  },
  {
    name: "next article",
    run: async (open, { network }) => {
      await arrive(open, network, pathOf(lower));
      return tap(open, next);
    },
  },
  {
    name: "next article in the running app",
    isWithApp: true,
    run: async (open, { network }) => {
      await arrive(open, network, pathOf(lower));
      await startApp(open, network);
      return tap(open, next);
    },
  },
  {
    name: "the app takes over a page that was scrolled",
    isWithApp: true,
    run: async (open, { network }) => {
      await arrive(open, network, "");
      return takeOver(open);
    },
  },
];

async function thereAndBack(open: OpenPage): Promise<Moved> {
  await open.page.evaluate((href) => {
    document.querySelector(`main a[href="${href}"]`)?.scrollIntoView({ block: "center" });
  }, lower.href);
  await open.page.waitForTimeout(300);
  const before = await placeOf(open, lower);
  await tap(open, lower);
  await open.page.waitForTimeout(1_000);
  return goBack(open, lower, "/", before);
}
