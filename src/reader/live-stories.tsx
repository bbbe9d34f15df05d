import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { Edition, LiveFeed } from "./edition-source.ts";
import { useWords } from "./frame-context.ts";
import { usePolling } from "./use-polling.ts";

/** Tells of new stories of a live feed, over the page and without moving it. Shown only when the reader asks for them. */
export function LiveStories({ edition, live }: { edition: Edition; live: LiveFeed }) {
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [fresh, setFresh] = useState(0);
  usePolling(live.poll, setFresh);
  const turnOver = async () => {
    await live.turnOver();
    setFresh(0);
    // Forgotten, not asked for anew: the page that is being left stays as it is until the front page is there.
    client.removeQueries({ queryKey: [edition.key] });
    await navigate("/");
  };
  return (
    <output className="live-stories no-print" {...words.attributes}>
      {fresh > 0 && (
        <button type="button" className="control control-main" onClick={() => void turnOver()}>
          {words.count("showNew", fresh)}
        </button>
      )}
    </output>
  );
}
