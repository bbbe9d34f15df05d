import {
  type UNSAFE_createBrowserHistory as createBrowserHistory,
  type Location,
  type NavigateOptions,
  NavigationType,
  type Navigator,
  type Path,
  parsePath,
  type To,
} from "react-router";
import type { LoadView, View } from "./view.ts";

/** The entries of the window's history, as the router's own components keep them. */
type History = Pick<
  ReturnType<typeof createBrowserHistory>,
  "location" | "listen" | "push" | "replace" | "go" | "createHref"
>;

/** What stands in the window, and how its reader came there. */
export type Place = {
  readonly location: Location;
  readonly action: NavigationType;
  readonly view: View;
  /** Whether the window stays scrolled as it is. */
  readonly keepsScroll: boolean;
};

type Listener = {
  /** `isWithin` says that it is the same page, at another place of it or with another choice. */
  readonly arrived: (place: Place, isWithin: boolean) => void;
  /** Called when the next page takes longer than a moment, and when that is over. */
  readonly waits: (isWaiting: boolean) => void;
};

/** Goes from page to page: what stands there stays until the next one can be drawn whole. The last that was asked for counts. */
export type Navigation = {
  readonly navigator: Navigator;
  readonly place: () => Place;
  /** Tells of where the reader is, now and from now on. */
  readonly listen: (listener: Listener) => () => void;
  /** As a link does; resolves on arrival. `path` is one of the host. */
  readonly visit: (path: string) => Promise<void>;
  /** Loads the page that the history is at once more. */
  readonly reload: () => Promise<void>;
};

/** In milliseconds; what comes sooner nobody has waited for. */
const moment = 50;

/**
 * Loads the page that the history is at, and goes on from there. `isDrawn` says that it stands in the window already, scrolled
 * as it should be.
 */
export async function openNavigation(history: History, load: LoadView, isDrawn: boolean): Promise<Navigation> {
  const placeOf = (view: View, action: NavigationType, keepsScroll: boolean): Place => ({
    location: history.location,
    action,
    view,
    keepsScroll,
  });
  let place = placeOf(await viewHere(history, load), NavigationType.Pop, isDrawn);
  let listener: Listener | undefined;
  let newest = 0;
  /** Set while another page is on its way. */
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const arrive = (next: Place) => {
    const isWithinPage = next.view === place.view;
    place = next;
    listener?.arrived(place, isWithinPage);
  };
  const stopWaiting = () => {
    clearTimeout(waiting);
    waiting = undefined;
  };
  const go = async (to: Path, placed: (view: View) => Place, options: NavigateOptions): Promise<void> => {
    newest += 1;
    const own = newest;
    stopWaiting();
    waiting = setTimeout(() => listener?.waits(true), moment);
    const view = isWithin(to, place) ? place.view : await load(to);
    if (own !== newest) return;
    stopWaiting();
    listener?.waits(false);
    if (view.kind === "elsewhere") return goTo(view.path, options);
    arrive(placed(view));
  };
  const goTo = async (to: To, options: NavigateOptions): Promise<void> => {
    const { state, replace = false, preventScrollReset = false } = options;
    const path = pathOf(to);
    const placed = (view: View) => {
      if (replace) history.replace(to, state);
      else history.push(to, state);
      return placeOf(view, replace ? NavigationType.Replace : NavigationType.Push, preventScrollReset);
    };
    const isNoted = replace && waiting !== undefined && isWithin(path, place);
    if (!isNoted) return go(path, placed, options);
    // What a page notes in its address holds up nobody who is leaving it, and is not written over where Back leads.
    if (isHere()) arrive(placed(place.view));
  };
  /** Whether the history is at what stands in the window, rather than going back to something else. */
  const isHere = () => history.location.key === place.location.key;
  history.listen(({ location }) => {
    // An entry without a name is for a place within the page: the browser has made it, and has gone there.
    const isThere = nameEntry(history);
    void go(location, (view) => placeOf(view, NavigationType.Pop, isThere), { replace: true });
  });
  return {
    navigator: {
      createHref: history.createHref,
      go: history.go,
      push: (to, state, options) => void goTo(to, { ...options, state }),
      replace: (to, state, options) => void goTo(to, { ...options, state, replace: true }),
    },
    place: () => place,
    listen: (told) => {
      listener = told;
      told.arrived(place, false);
      return () => {
        listener = undefined;
      };
    },
    visit: (path) => goTo(path, {}),
    reload: () => go(history.location, (view) => placeOf(view, NavigationType.Pop, isHere()), { replace: true }),
  };
}

async function viewHere(history: History, load: LoadView): Promise<View> {
  nameEntry(history);
  const { key } = history.location;
  const view = await load(history.location);
  if (history.location.key === key) {
    if (view.kind !== "elsewhere") return view;
    history.replace(view.path);
  }
  return viewHere(history, load);
}

/** Gives an entry that the browser made itself a key, by which its place can be found again. Says whether it had none. */
function nameEntry(history: History): boolean {
  const { key, state, pathname, search, hash } = history.location;
  const isNameless = key === "default";
  if (isNameless) history.replace({ pathname, search, hash }, state);
  return isNameless;
}

/** What differs only behind the path is the business of the page that stands there. */
function isWithin(to: Path, { location, view }: Place): boolean {
  const isSamePage = view.kind === "page" && to.pathname === location.pathname;
  return isSamePage && (to.search !== location.search || to.hash !== location.hash);
}

function pathOf(to: To): Path {
  return { pathname: "", search: "", hash: "", ...(typeof to === "string" ? parsePath(to) : to) };
}
