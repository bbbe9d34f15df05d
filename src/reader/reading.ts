import { useOutletContext } from "react-router";
import type { ManifestHead } from "#edition/manifest.ts";
import type { Edition } from "./edition-source.ts";

/** What every page knows: the edition that it is a page of. */
export type Reading = { readonly edition: Edition; readonly manifest: ManifestHead };

export function useReading(): Reading {
  return useOutletContext<Reading>();
}
