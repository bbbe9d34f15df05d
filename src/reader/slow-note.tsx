import { useEffect, useState } from "react";
import { useWords } from "./frame-context.ts";

const patience = 300;

/** Says that the next page is coming once that takes longer than a moment. The status is empty otherwise. */
export function SlowNote({ isBusy }: { isBusy: boolean }) {
  const words = useWords();
  const isSlow = useLasting(isBusy, patience);
  return (
    <output className="slow-note no-print" {...words.attributes}>
      {isSlow ? words.plain.loading : ""}
    </output>
  );
}

/** True once a state has lasted for so many milliseconds. */
function useLasting(state: boolean, milliseconds: number): boolean {
  const [since, setSince] = useState<boolean>(false);
  useEffect(() => {
    const timer = setTimeout(() => setSince(state), state ? milliseconds : 0);
    return () => clearTimeout(timer);
  }, [state, milliseconds]);
  return state && since;
}
