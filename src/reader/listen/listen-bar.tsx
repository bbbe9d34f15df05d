import { useEffect, useState, useSyncExternalStore } from "react";
import { useLocation } from "react-router";
import { addresses } from "#edition/paths.ts";
import type { WayWords } from "#words/ways/english.ts";
import { Icon } from "../icons.tsx";
import { usePageNavigation } from "../page-navigation.ts";
import type { Reading } from "../reading.ts";
import { useSavedStories } from "../tools/saved-stories.ts";
import { storedManner, storeManner } from "./manner-of-reading.ts";
import { openReadAloud, piecesOf, type Speaker, voiceFor, voicesOf } from "./read-aloud.ts";
import { useMediaKeys } from "./use-media-keys.ts";

export type ListenBarProps = {
  readonly reading: Reading;
  readonly words: WayWords;
  readonly onClose: () => void;
  /** Told the path on the host of the story that is read next. */
  readonly onNext: (path: string) => void;
};

const rates = [0.75, 1, 1.25, 1.5, 2] as const;
/** The device's own voices. */
function deviceSpeaker(): Speaker {
  return { speech: window.speechSynthesis, utterance: (text) => new SpeechSynthesisUtterance(text) };
}

/** Stories of the saved ones that were read aloud while the page is open. */
const heard = new Set<string>();

/** Reads the article in the page aloud and shows where it is, with everything to steer it by. */
export function ListenBar({ reading, words, onClose, onNext }: ListenBarProps) {
  const [article] = useState(() => document.querySelector("main article.article"));
  const [language] = useState(() => article?.getAttribute("lang") ?? "en");
  const [pieces] = useState(() => (article ? piecesOf(article) : []));
  const [manner, setManner] = useState(() => storedManner(language));
  const [aloud] = useState(() => openReadAloud(pieces, deviceSpeaker(), manner));
  const { kind, at } = useSyncExternalStore(aloud.subscribe, aloud.reading);
  const next = useNextSaved(reading);
  const [goesOn, setGoesOn] = useState(true);
  const { visit } = usePageNavigation();
  const { plain } = words;

  useEffect(() => {
    aloud.play();
    return aloud.pause;
  }, [aloud]);
  useSpokenMark(kind === "ended" ? undefined : pieces[at]?.element);
  useMediaKeys(aloud, kind, article?.querySelector("h1")?.textContent ?? "", reading.manifest.newsroom.name);

  const goToNext = () => {
    if (!next) return;
    heard.add(next.slug);
    const path = `/${addresses.article(next.slug)}`;
    void visit(reading.edition.base + path.slice(1))
      .then(() => untilShown(next.slug))
      .then(() => onNext(path));
  };
  useEffect(() => {
    if (kind === "ended" && goesOn && next) goToNext();
  });
  const change = (changed: typeof manner) => {
    setManner(changed);
    storeManner(language, changed);
    aloud.setManner(changed);
  };
  const voices = useVoices();
  const said = {
    playing: words.fill("paragraphOf", { number: words.number(at + 1), count: words.number(pieces.length) }),
    paused: words.fill("paragraphOf", { number: words.number(at + 1), count: words.number(pieces.length) }),
    ended: plain.storyEnded,
    failed: plain.voiceFailed,
  }[kind];
  const isSpoken = voices.length === 0 || voiceFor(voices, language, manner.voice) !== undefined;
  return (
    <section className="listen-bar no-print" aria-label={plain.listenTo} {...words.attributes}>
      <div className="listen-row">
        <BarButton
          className="listen-turn"
          label={plain.previousParagraph}
          path="M17 5 8 12l9 7zM6 5v14"
          onClick={() => aloud.go(-1)}
        />
        {kind === "playing" ? (
          <BarButton label={plain.pause} path="M8 5v14M16 5v14" onClick={aloud.pause} />
        ) : (
          <BarButton label={plain.play} path="m8 5 11 7-11 7z" onClick={aloud.play} />
        )}
        <BarButton
          className="listen-turn"
          label={plain.nextParagraph}
          path="m7 5 9 7-9 7zM18 5v14"
          onClick={() => aloud.go(1)}
        />
        <p className="meta listen-where">{said}</p>
        <BarButton label={plain.stop} path="m5 5 14 14M19 5 5 19" onClick={onClose} />
      </div>
      {!isSpoken && <p className="meta">{plain.noVoice}</p>}
      <details className="disclosure">
        <summary className="tap">{`${plain.speed} · ${plain.voice}`}</summary>
        <div className="listen-manner">
          <label>
            {plain.speed}{" "}
            <select
              className="field"
              value={manner.rate}
              onChange={({ target }) => change({ ...manner, rate: Number(target.value) })}
            >
              {rates.map((rate) => (
                <option key={rate} value={rate}>
                  {words.number(rate)}×
                </option>
              ))}
            </select>
          </label>
          <label>
            {plain.voice}{" "}
            <select
              className="field"
              value={manner.voice ?? ""}
              onChange={({ target }) =>
                change({ rate: manner.rate, ...(target.value !== "" && { voice: target.value }) })
              }
            >
              <option value="">{plain.usualVoice}</option>
              {voicesOf(voices, language).map(({ voiceURI, name }) => (
                <option key={voiceURI} value={voiceURI}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          {next && (
            <>
              <label className="tap filter-choice">
                <input type="checkbox" checked={goesOn} onChange={({ target }) => setGoesOn(target.checked)} />
                {plain.goOnToSaved}
              </label>
              <button type="button" className="control" onClick={goToNext}>
                {words.fill("next", { headline: next.headline })}
              </button>
            </>
          )}
        </div>
      </details>
    </section>
  );
}

type BarButtonProps = {
  readonly className?: string;
  readonly label: string;
  readonly path: string;
  readonly onClick: () => void;
};

function BarButton({ className = "", label, path, onClick }: BarButtonProps) {
  return (
    <button type="button" className={`tool listen-button ${className}`} aria-label={label} onClick={onClick}>
      <Icon>
        <path d={path} />
      </Icon>
    </button>
  );
}

const glance = 50;
const longestWait = 10_000;

/** Resolves when the page shows an article, also while nobody looks at it and nothing is painted. */
async function untilShown(slug: string): Promise<void> {
  const shown = `article.article [data-story="${CSS.escape(slug)}"]`;
  for (let waited = 0; waited < longestWait && !document.querySelector(shown); waited += glance)
    await new Promise((later) => setTimeout(later, glance));
}

/** Marks what is being read, and keeps it in sight. */
function useSpokenMark(element: Element | undefined): void {
  useEffect(() => {
    if (!element) return undefined;
    element.setAttribute("data-spoken", "");
    element.scrollIntoView({ block: "nearest" });
    return () => element.removeAttribute("data-spoken");
  }, [element]);
}

/** Devices tell of their voices late. */
function useVoices(): readonly SpeechSynthesisVoice[] {
  const [voices, setVoices] = useState(() => window.speechSynthesis.getVoices());
  useEffect(() => {
    const { speechSynthesis } = window;
    const look = () => setVoices(speechSynthesis.getVoices());
    speechSynthesis.addEventListener?.("voiceschanged", look);
    return () => speechSynthesis.removeEventListener?.("voiceschanged", look);
  }, []);
  return voices;
}

/** The saved story that was saved last and neither stands in the page nor was read aloud. */
function useNextSaved({ edition }: Reading): { readonly slug: string; readonly headline: string } | undefined {
  const saved = useSavedStories();
  const { pathname } = useLocation();
  if (edition.opened || !saved) return undefined;
  return [...saved.values()]
    .sort((one, other) => other.saved - one.saved)
    .map(({ story }) => story)
    .find(({ slug }) => !heard.has(slug) && pathname !== `/${addresses.article(slug)}`);
}
