import { startTransition, useLayoutEffect, useMemo, useState } from "react";
import { Router } from "react-router";
import { applyFaces } from "./fetch-faces.ts";
import type { Navigation } from "./navigation.ts";
import { PageNavigationContext } from "./page-navigation.ts";
import { PageView, type PageViewProps } from "./page-view.tsx";
import { useScrollPlaces } from "./use-scroll-places.ts";

type Props = Pick<PageViewProps, "now" | "load"> & {
  readonly navigation: Navigation;
  /** The path of the site's root on its host. */
  readonly basename: string;
};

/** The reader in a window: the page that its history is at. */
export function App({ navigation, basename, now, load }: Props) {
  const [first] = useState(navigation.place);
  const [place, setPlace] = useState(first);
  const [isBusy, setBusy] = useState(false);
  const leave = useScrollPlaces(place);
  useLayoutEffect(
    () =>
      navigation.listen({
        arrived: (next, isWithin) => {
          leave(isWithin ? next.location.key : undefined);
          if (next !== first) applyFaces();
          // Another page is drawn at once, for somebody waits for it and for nothing else. One that only changes goes on meanwhile.
          if (isWithin) startTransition(() => setPlace(next));
          else setPlace(next);
        },
        waits: setBusy,
      }),
    [navigation, leave, first],
  );
  const { visit, reload } = navigation;
  const pageNavigation = useMemo(() => ({ visit, reload, isBusy }), [visit, reload, isBusy]);
  return (
    <Router
      basename={basename}
      location={place.location}
      navigationType={place.action}
      navigator={navigation.navigator}
    >
      <PageNavigationContext value={pageNavigation}>
        <PageView view={place.view} now={now} load={load} />
      </PageNavigationContext>
    </Router>
  );
}
