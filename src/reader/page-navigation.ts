import { createContext, use } from "react";
import type { Navigation } from "./navigation.ts";

/** How pages take part in going from one to the other. */
export type PageNavigation = Pick<Navigation, "visit" | "reload"> & {
  /** Whether another page is on its way. */
  readonly isBusy: boolean;
};

const nowhere = async () => undefined;

/** A page that is printed leads nowhere by itself. */
export const PageNavigationContext = createContext<PageNavigation>({ visit: nowhere, reload: nowhere, isBusy: false });

export function usePageNavigation(): PageNavigation {
  return use(PageNavigationContext);
}
