import { type ComponentType, useEffect, useState } from "react";
import { useLocation } from "react-router";
import type { WayWords } from "#words/ways/english.ts";
import type { Reading } from "../reading.ts";
import type { ListenBarProps } from "./listen-bar.tsx";

/** Waits until somebody wants to listen to the article in the page, and fetches what reads it then. */
export function Listening({ reading, words }: { reading: Reading; words: WayWords }) {
  const { pathname } = useLocation();
  const [Bar, setBar] = useState<ComponentType<ListenBarProps>>();
  const [heard, setHeard] = useState<string>();
  useEffect(() => {
    const begin = ({ target }: MouseEvent) => {
      if (!(target instanceof Element) || !target.closest("[data-tool=listen]")) return;
      void import("./listen-bar.tsx").then(
        ({ ListenBar }) => {
          setBar(() => ListenBar);
          setHeard(pathname);
        },
        () => undefined,
      );
    };
    document.addEventListener("click", begin);
    return () => document.removeEventListener("click", begin);
  }, [pathname]);
  if (!Bar || heard !== pathname) return null;
  return (
    <Bar
      key={heard}
      reading={reading}
      words={words}
      onClose={() => setHeard(undefined)}
      onNext={(path) => setHeard(path)}
    />
  );
}
