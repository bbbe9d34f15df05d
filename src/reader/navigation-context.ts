import { createContext, use } from "react";
import type { Navigation } from "./navigation.ts";

/** How pages take part in going from one to the other. */
export type Going = Pick<Navigation, "visit" | "reload"> & {
  /** Whether another page is on its way. */
  readonly isBusy: boolean;
};

const nowhere = async () => undefined;

/** A page that is printed leads nowhere by itself. */
export const GoingContext = createContext<Going>({ visit: nowhere, reload: nowhere, isBusy: false });

export function useGoing(): Going {
  return use(GoingContext);
}
