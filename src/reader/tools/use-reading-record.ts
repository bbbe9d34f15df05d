import { useEffect, useState } from "react";
import { useLocation } from "react-router";
import { beginningOf, blocksOfPage, noteVisit, storedVisits, type Visit, type Visits } from "../reading-history.ts";
import { setMarks } from "../reading-marks.ts";

/** How long the page must rest before its place is noted, in milliseconds. */
const rest = 400;

/** The slug of the article that a path of the site leads to. */
export function slugAt(pathname: string): string | undefined {
  const [, slug] = /\/articles\/([^/]+)\/?$/u.exec(pathname) ?? [];
  return slug && decodeURIComponent(slug);
}

/** Notes what is read and up to where, and gives the place to go on from when the page is one that was half read before. */
export function useReadingRecord(): Place | undefined {
  const { pathname, key } = useLocation();
  const [offer, setOffer] = useState<Place & { readonly key: string }>();
  useEffect(() => {
    const before = storedVisits()[window.location.pathname];
    const place = before && placeOf(before);
    const frame = requestAnimationFrame(() => {
      if (place && isBelow(place.block)) setOffer({ ...place, key });
      noteVisit();
      markRead(storedVisits());
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const scrolled = () => {
      clearTimeout(timer);
      timer = setTimeout(noteVisit, rest);
      if (place && !isBelow(place.block)) setOffer(undefined);
    };
    window.addEventListener("scroll", scrolled, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      window.removeEventListener("scroll", scrolled);
    };
  }, [pathname, key]);
  return offer?.key === key ? offer : undefined;
}

export type Place = { readonly block: HTMLElement; readonly text: string };

/** The same paragraph, also when others have been put before it. None when it is gone. */
function placeOf({ text }: Visit): Place | undefined {
  if (!text) return undefined;
  const block = blocksOfPage().find((one) => beginningOf(one) === text);
  return block && { block, text };
}

/** Not yet in sight. */
function isBelow(block: HTMLElement): boolean {
  return block.getBoundingClientRect().top > window.innerHeight;
}

export function markRead(visits: Visits): void {
  const read = Object.entries(visits).flatMap(([path, { version }]) => {
    const slug = slugAt(path);
    return slug ? [[slug, version] as const] : [];
  });
  setMarks({ read: new Map(read) });
}
