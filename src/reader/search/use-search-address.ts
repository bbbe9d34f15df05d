import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { readSearchAddress, type SearchAddress, searchFor, writeSearchAddress } from "./search-address.ts";

/** How long typing must rest before the address says what was typed and everything is asked for, in milliseconds. */
const rest = 350;

/** A search that the page shows before its address does. */
type Ahead = {
  readonly search: string;
  /** Whether it was typed, rather than chosen. */
  readonly isTyped: boolean;
  readonly isResting: boolean;
  /** What the address is about to say. */
  readonly going?: string;
};

/**
 * The search that is shown: that of the page's address, or what was typed or chosen since. While letters follow one another the
 * address is left alone, because each change of it draws the whole page. Whoever goes elsewhere meanwhile gives up what was typed.
 */
export function useSearchAddress() {
  const navigate = useNavigate();
  const written = writeSearchAddress(readSearchAddress(useSearchParams()[0]));
  const [ahead, setAhead] = useState<Ahead>();
  const [known, setKnown] = useState(written);
  if (known !== written) {
    setKnown(written);
    if (ahead && ahead.going !== written) setAhead(undefined);
  }
  const shown = ahead?.search ?? written;
  const address = useMemo(() => readSearchAddress(new URLSearchParams(shown)), [shown]);
  const settled = useMemo(() => readSearchAddress(new URLSearchParams(written)), [written]);

  const gone = useRef(written);
  useEffect(() => {
    gone.current = written;
  }, [written]);
  const go = useCallback(
    (next: Omit<Ahead, "going">) => {
      setAhead({ ...next, going: next.search });
      if (gone.current === next.search) return;
      gone.current = next.search;
      void navigate({ search: next.search }, { replace: true, preventScrollReset: true });
    },
    [navigate],
  );
  useEffect(() => {
    if (!ahead?.isTyped || ahead.isResting) return undefined;
    const timer = setTimeout(() => go({ ...ahead, isResting: true }), rest);
    // Whoever touches a result leaves an address that brings back what was typed.
    const touched = () => go(ahead);
    window.addEventListener("pointerdown", touched);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pointerdown", touched);
    };
  }, [ahead, go]);

  const show = useCallback(
    (next: SearchAddress) => go({ search: writeSearchAddress(next), isTyped: false, isResting: true }),
    [go],
  );
  const { sort } = address;
  const search = useCallback((text: string) => show({ ...searchFor(text), sort }), [show, sort]);
  const type = useCallback(
    (text: string) =>
      setAhead((before) => ({
        search: writeSearchAddress({ ...searchFor(text), sort }),
        isTyped: true,
        isResting: false,
        ...(before?.going !== undefined && { going: before.going }),
      })),
    [sort],
  );
  return {
    address,
    /** What the address says. */
    settled,
    isTyped: ahead?.isTyped === true,
    /** While letters follow one another. */
    isTyping: ahead?.isTyped === true && !ahead.isResting,
    /** Shows another search. */
    show,
    /** Shows the search for a text. */
    search,
    /** The same while letters follow one another. */
    type,
  };
}
