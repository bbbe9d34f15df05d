import { type QueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { instantOfEpoch } from "#domain/instant.ts";
import { savedHead } from "#edition/page-head.ts";
import { PrintedAge } from "#ui/printed-time.tsx";
import type { ToolWords } from "#words/tools/english.ts";
import { useFrame, useWords } from "../frame-context.ts";
import { useReading } from "../reading.ts";
import type { Visit, Visits } from "../reading-history.ts";
import { SettledStatus } from "../settled-status.tsx";
import { ListedStory } from "../stories.tsx";
import { usePageHead } from "../use-page-head.ts";
import { shortened } from "./continue-offer.tsx";
import { loadToolPage } from "./load-tool-page.ts";
import { decodeReading, encodeReading, mergedVisits } from "./reading-file.ts";
import { loadSaved, type SavedStories, saveStories, useSavedStories } from "./saved-stories.ts";
import { toolWordsQuery } from "./tool-words-query.ts";
import { slugAt } from "./use-reading-record.ts";
import { useVisits } from "./use-visits.ts";

export const loadSavedPage = (client: QueryClient) => loadToolPage(client, <SavedPage />);

/** What a reader has saved and read on this device. */
function SavedPage() {
  const { edition, manifest } = useReading();
  const { newsroom } = manifest;
  const { data: words } = useSuspenseQuery(toolWordsQuery(newsroom));
  const saved = useSavedStories();
  const [visits, setVisits] = useVisits();
  const { plain } = words;
  const frameWords = useWords();
  usePageHead(savedHead(newsroom, frameWords));
  useEffect(() => void loadSaved(edition.base), [edition]);
  const read = Object.entries(visits)
    .filter(([path]) => path.startsWith(edition.base) && slugAt(path) !== undefined)
    .sort(([, one], [, other]) => other.at - one.at);
  const isHalfRead = ([, { block }]: readonly [string, Visit]) => block !== undefined;
  return (
    <div {...words.attributes}>
      <header className="list-head">
        <h1 className="headline headline-xl" tabIndex={-1}>
          {frameWords.plain.saved}
        </h1>
        <p className="standfirst">{plain.savedFor}</p>
      </header>
      {saved && <SavedList saved={saved} words={words} />}
      <VisitList title={plain.halfRead} visits={read.filter(isHalfRead)} words={words} />
      <VisitList title={plain.lately} visits={read.filter((entry) => !isHalfRead(entry)).slice(0, 30)} words={words} />
      {saved && <KeepFile saved={saved} visits={visits} setVisits={setVisits} words={words} />}
    </div>
  );
}

/** The stories, the one that was saved last first, and a search among them. */
function SavedList({ saved, words }: { saved: SavedStories; words: ToolWords }) {
  const [query, setQuery] = useState("");
  const { plain } = words;
  const folded = fold(query);
  const found = [...saved.values()]
    .sort((one, other) => other.saved - one.saved)
    .filter(({ story }) => fold(`${story.headline} ${story.summary} ${story.section.name}`).includes(folded));
  if (saved.size === 0) return <p className="standfirst pt-4">{plain.nothingSaved}</p>;
  const count = words.count("savedStories", found.length);
  return (
    <>
      <search className="grid max-w-[60rem] gap-3 pt-4">
        <label className="visually-hidden" htmlFor="search-saved">
          {plain.searchSaved}
        </label>
        <input
          id="search-saved"
          className="field"
          type="search"
          autoComplete="off"
          placeholder={plain.searchSaved}
          value={query}
          onChange={({ target }) => setQuery(target.value)}
        />
        <p className="meta">{count}</p>
      </search>
      <SettledStatus text={query === "" ? "" : count} />
      {found.length === 0 && <p>{words.fill("nothingFound", { query })}</p>}
      <ol className="listed-stories">
        {found.map(({ story }) => (
          <li key={story.slug}>
            <ListedStory story={story} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** Without marks and capitals, so that one need not type them. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase().trim();
}

type VisitListProps = {
  readonly title: string;
  readonly visits: readonly (readonly [string, Visit])[];
  readonly words: ToolWords;
};

function VisitList({ title, visits, words }: VisitListProps) {
  const { clock } = useFrame();
  if (visits.length === 0) return null;
  return (
    <section className="saved-part">
      <h2 className="slab-name">{title}</h2>
      <ul className="visit-list">
        {visits.map(([path, { headline, language, direction, text, at }]) => (
          <li key={path}>
            <h3 className="headline headline-xs" lang={language} dir={direction === "rtl" ? "rtl" : "ltr"}>
              <a href={path}>{headline}</a>
            </h3>
            <p className="meta story-meta">
              <PrintedAge instant={instantOfEpoch(at)} clock={clock} />{" "}
              {text && <span>{words.fill("readUntil", { text: shortened(text) })}</span>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

type KeepFileProps = {
  readonly saved: SavedStories;
  readonly visits: Visits;
  readonly setVisits: (visits: Visits) => void;
  readonly words: ToolWords;
};

/** Everything in one file, out and in. */
function KeepFile({ saved, visits, setVisits, words }: KeepFileProps) {
  const { base } = useReading().edition;
  const [said, setSaid] = useState("");
  const { plain } = words;
  const add = async (file: File) => {
    const record = decodeReading(await file.text(), base);
    if (!record) return setSaid(plain.notOurFile);
    const fresh = record.saved.filter(({ story }) => !saved.has(story.slug));
    const isKept = await saveStories(fresh);
    setVisits(mergedVisits(visits, record.visits));
    setSaid(
      [
        fresh.length > 0 ? words.count("imported", fresh.length) : plain.nothingNew,
        ...(record.leftOut > 0 ? [words.count("leftOut", record.leftOut)] : []),
        ...(isKept ? [] : [plain.notStored]),
      ].join(" "),
    );
  };
  const forget = () => {
    setVisits({});
    setSaid(plain.forgotten);
  };
  return (
    <section className="saved-part">
      <h2 className="slab-name">{plain.keepFile}</h2>
      <p>{plain.keepFileFor}</p>
      <p className="flex flex-wrap gap-3">
        <button type="button" className="control" onClick={() => download(encodeReading(saved, visits, base))}>
          {plain.exportFile}
        </button>
        <label className="control file-control">
          {plain.importFile}
          <input
            type="file"
            accept=".json,application/json"
            className="visually-hidden"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) void add(file);
              target.value = "";
            }}
          />
        </label>
        {Object.keys(visits).length > 0 && (
          <button type="button" className="control" onClick={forget}>
            {plain.forget}
          </button>
        )}
      </p>
      <output>{said}</output>
    </section>
  );
}

function download(text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "reading.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
}
