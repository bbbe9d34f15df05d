import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Poll } from "#edition/desk-protocol.ts";
import type { Edition, LiveFeed } from "./edition-source.ts";
import { useWords } from "./frame-context.ts";
import { usePageNavigation } from "./page-navigation.ts";
import { usePolling } from "./use-polling.ts";

const nothingWaiting = { fresh: 0, changed: 0 };

/** Tells of new and corrected stories of a live feed, over the page and without moving it. Shown only when the reader asks for them. */
export function LiveStories({ edition, live }: { edition: Edition; live: LiveFeed }) {
  const words = useWords();
  const client = useQueryClient();
  const { visit } = usePageNavigation();
  const [{ fresh, changed }, setWaiting] = useState<Pick<Poll, "fresh" | "changed">>(nothingWaiting);
  usePolling(live.poll, setWaiting);
  const turnOver = async () => {
    await live.turnOver();
    setWaiting(nothingWaiting);
    // Forgotten, not asked for anew: the page that is being left stays as it is until the front page is there.
    client.removeQueries({ queryKey: [edition.key] });
    await visit(edition.base);
  };
  return (
    <output className="live-stories no-print" {...words.attributes}>
      {fresh + changed > 0 && (
        <button type="button" className="control control-main" onClick={() => void turnOver()}>
          {fresh > 0 ? words.count("showNew", fresh) : words.plain.showChanges}
        </button>
      )}
    </output>
  );
}
