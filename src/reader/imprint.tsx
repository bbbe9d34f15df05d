import { useLocation } from "react-router";
import type { Newsroom } from "#domain/newsroom.ts";
import { siteAddress } from "#edition/headline-list.ts";
import { useFrame } from "./frame-context.ts";

/** Stands only on paper, at the head of a page: whose it is. */
export function PrintedName({ newsroom: { name, url } }: { newsroom: Newsroom }) {
  return (
    <p className="print-only imprint">
      <strong>{name}</strong> {url}
    </p>
  );
}

/** Stands only on paper, at the foot of a page: where it is to be found, as far as that is known. */
export function PrintedAddress({ newsroom }: { newsroom: Newsroom }) {
  const { pathname } = useLocation();
  const { root, clock } = useFrame();
  // A page that is printed to be read anywhere does not know where it will be.
  const host = clock.now === undefined ? "" : window.location.origin + root + pathname.slice(1);
  return <p className="print-only imprint">{newsroom.url ? siteAddress(newsroom, pathname.slice(1)) : host}</p>;
}
