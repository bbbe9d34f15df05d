import type { ReactNode } from "react";
import { addresses } from "#edition/paths.ts";
import { EditionLink } from "../edition-link.tsx";
import { type SearchAddress, writeSearchAddress } from "./search-address.ts";

/** A link to a search. */
export function SearchLink({ to, children }: { to: SearchAddress; children: ReactNode }) {
  return (
    <EditionLink className="tap text-link" to={addresses.search + writeSearchAddress(to)}>
      {children}
    </EditionLink>
  );
}
