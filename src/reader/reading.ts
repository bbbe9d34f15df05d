import { createContext, use } from "react";
import type { ManifestHead } from "#edition/manifest.ts";
import type { Edition } from "./edition-source.ts";

/** What every page knows: the edition that it is a page of. */
export type Reading = { readonly edition: Edition; readonly manifest: ManifestHead };

/** None where not even the edition could be opened. */
export const ReadingContext = createContext<Reading | undefined>(undefined);

export function useReading(): Reading {
  const reading = use(ReadingContext);
  if (!reading) throw new Error("Only pages of an edition may ask for it.");
  return reading;
}
