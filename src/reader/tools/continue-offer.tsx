import { useState } from "react";
import type { ToolWords } from "#words/tools/english.ts";
import type { Place } from "./use-reading-record.ts";

const longest = 40;

/** Offers to go on where a reader left off. Nothing moves unless they say so. */
export function ContinueOffer({ place, words }: { place: Place; words: ToolWords }) {
  const [isDone, setDone] = useState(false);
  if (isDone) return null;
  const { block, text } = place;
  const proceed = () => {
    setDone(true);
    goTo(block);
  };
  return (
    <div className="continue-offer no-print" {...words.attributes}>
      <button type="button" className="control control-main" onClick={proceed}>
        {words.fill("continueFrom", { text: shortened(text) })}
      </button>
      <button type="button" className="control" onClick={() => setDone(true)}>
        {words.plain.dismiss}
      </button>
    </div>
  );
}

/** Those who listen go on there as well. */
function goTo(block: HTMLElement): void {
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
  block.scrollIntoView({ block: "start" });
}

/** The first words, whole ones. */
export function shortened(text: string): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/\s+\S*$/u, "")} …`;
}
