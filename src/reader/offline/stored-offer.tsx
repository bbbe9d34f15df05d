import { useQuery } from "@tanstack/react-query";
import { useFrame } from "../frame-context.ts";
import { wayWordsQuery } from "../way-words-query.ts";
import { StoredList } from "./stored-list.tsx";
import { storedQuery } from "./stored-query.ts";

const mostOffered = 12;

/** Under the message that a page could not be reached: what is on the device. Nothing where there is nothing. */
export function StoredOffer() {
  const { clock } = useFrame();
  const { data: stored } = useQuery(storedQuery);
  const { data: words } = useQuery(wayWordsQuery(clock.language, clock.digits));
  if (!words || !stored || stored.stories.length === 0) return null;
  return (
    <section className="page-message" aria-labelledby="stored-offer" data-offline {...words.attributes}>
      <h2 id="stored-offer" className="headline headline-s">
        {words.plain.onDevice}
      </h2>
      {!navigator.onLine && <p>{words.plain.notStored}</p>}
      <StoredList stories={stored.stories.slice(0, mostOffered)} words={words} />
    </section>
  );
}
