import { type QueryClient, useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { offlineHead } from "#edition/page-head.ts";
import { savesData } from "#ui/saves-data.ts";
import type { WayWords } from "#words/ways/english.ts";
import { useFrame, useWords } from "../frame-context.ts";
import { loadWayPage } from "../load-way-page.ts";
import { frontQuery, wholeManifestQuery } from "../queries.ts";
import { useReading } from "../reading.ts";
import { usePageHead } from "../use-page-head.ts";
import { wayWordsQuery } from "../way-words-query.ts";
import { askOffline } from "./ask-offline.ts";
import { downloadToday, type Progress, storiesOf, weighed } from "./download-today.ts";
import { StoredList } from "./stored-list.tsx";
import { storedQuery } from "./stored-query.ts";

export const loadOfflinePage = (client: QueryClient) => loadWayPage(client, <OfflinePage />);

/** What of the site is on this device, and the way to put today's stories there. */
function OfflinePage() {
  const { clock } = useFrame();
  const { data: words } = useSuspenseQuery(wayWordsQuery(clock.language, clock.digits));
  usePageHead(offlineHead(useReading().manifest.newsroom, useWords()));
  const { data: stored, isError } = useQuery(storedQuery);
  return (
    <div className="offline-page" data-offline {...words.attributes}>
      <header className="list-head">
        <h1 className="headline headline-xl" tabIndex={-1}>
          {useWords().plain.offline}
        </h1>
        <p className="standfirst">{words.plain.offlineFor}</p>
      </header>
      {isError && <p>{words.plain.notHere}</p>}
      {!isError && <Today words={words} />}
      {!isError && (
        <section className="grid gap-3" aria-labelledby="on-device">
          <h2 id="on-device" className="headline headline-m">
            {words.plain.onDevice}
          </h2>
          <p>{stored ? sayTotal(stored, words) : words.plain.settingUp}</p>
          {stored && <Stored stored={stored} words={words} />}
        </section>
      )}
    </div>
  );
}

function sayTotal({ stories, bytes }: Pick<Stored, "stories" | "bytes">, words: WayWords): string {
  if (bytes === 0) return words.plain.nothingStored;
  return words.count("storedStories", stories.length, { size: words.weight(bytes) });
}

type Stored = Awaited<ReturnType<NonNullable<typeof storedQuery.queryFn>>>;

function Stored({ stored, words }: { stored: Pick<Stored, "stories" | "bytes">; words: WayWords }) {
  const client = useQueryClient();
  const [said, setSaid] = useState("");
  const clear = async () => {
    await askOffline({ kind: "clear" }, "done");
    await client.invalidateQueries(storedQuery);
    setSaid(words.plain.cleared);
  };
  return (
    <>
      {stored.stories.length > 0 && <StoredList stories={stored.stories} words={words} />}
      {stored.bytes > 0 && (
        <p>
          <button type="button" className="control" onClick={() => void clear()}>
            {words.plain.clear}
          </button>
        </p>
      )}
      <output className="meta">{stored.bytes === 0 && said}</output>
    </>
  );
}

type Doing =
  | { readonly kind: "nothing" }
  | { readonly kind: "downloading"; readonly progress: Progress; readonly stop: () => void }
  | { readonly kind: "ended"; readonly said: string };

function Today({ words }: { words: WayWords }) {
  const { edition } = useReading();
  const client = useQueryClient();
  const { data: front } = useQuery(frontQuery(edition));
  const { data: manifest } = useQuery(wholeManifestQuery(edition));
  const [hasPictures, setHasPictures] = useState(!savesData());
  const [doing, setDoing] = useState<Doing>({ kind: "nothing" });
  if (!front || !manifest) return null;
  const stories = storiesOf(front);
  const { text, pictures } = weighed(stories, manifest);
  const download = async () => {
    const stopping = new AbortController();
    const tell = (progress: Progress) => setDoing({ kind: "downloading", progress, stop: () => stopping.abort() });
    tell({ done: 0, bytes: 0, missing: 0 });
    // Where the browser grants it, it clears nothing of this by itself.
    await navigator.storage?.persist?.().catch(() => false);
    const said = await downloadToday({ edition, client, stories, hasPictures, tell, stopped: stopping.signal }).then(
      ({ missing }) => (missing > 0 ? words.count("notFetched", missing) : words.plain.downloaded),
      () => words.plain.downloadFailed,
    );
    setDoing({ kind: "ended", said: stopping.signal.aborted ? "" : said });
    await client.invalidateQueries(storedQuery);
  };
  const weights = { text: words.weight(text), pictures: words.weight(pictures) };
  return (
    <section className="grid gap-3" aria-labelledby="download-today">
      <h2 id="download-today" className="headline headline-m">
        {words.plain.today}
      </h2>
      <p className="meta">{words.plain.todayIs}</p>
      <label className="tap filter-choice">
        <input type="checkbox" checked={hasPictures} onChange={({ target }) => setHasPictures(target.checked)} />
        {words.plain.withPictures}
      </label>
      {doing.kind === "downloading" ? (
        <Downloading {...doing} count={stories.length} words={words} />
      ) : (
        <p>
          <button type="button" className="control control-main" onClick={() => void download()}>
            {words.count(hasPictures ? "downloadWithPictures" : "downloadToday", stories.length, weights)}
          </button>
        </p>
      )}
      <output>{doing.kind === "ended" && doing.said}</output>
    </section>
  );
}

function Downloading({
  progress: { done, bytes },
  stop,
  count,
  words,
}: Extract<Doing, { kind: "downloading" }> & { count: number; words: WayWords }) {
  const said = words.fill("downloading", {
    number: words.number(done),
    count: words.number(count),
    size: words.weight(bytes),
  });
  return (
    <div className="grid gap-2">
      <progress className="progress" value={done} max={count} aria-label={words.plain.today} />
      <p className="meta">{said}</p>
      <p>
        <button type="button" className="control" onClick={stop}>
          {words.plain.stop}
        </button>
      </p>
    </div>
  );
}
