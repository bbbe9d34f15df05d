import { useOutletContext } from "react-router";
import type { Manifest } from "#edition/manifest.ts";
import type { Clock } from "#ui/printed-time.tsx";
import type { Edition } from "./edition-source.ts";

/** What every page knows: the edition that it is a page of. */
export type Reading = { readonly edition: Edition; readonly manifest: Manifest; readonly clock: Clock };

export function useReading(): Reading {
  return useOutletContext<Reading>();
}
