/** Something to be read aloud: an element of the page, what is said of it in portions, and in which language (BCP 47). */
export type Piece = { readonly element: Element; readonly portions: readonly string[]; readonly language: string };

/** The part of the browser that speaks, handed in. */
export type Speaker = {
  readonly speech: Pick<SpeechSynthesis, "speak" | "cancel" | "getVoices">;
  readonly utterance: (text: string) => SpeechSynthesisUtterance;
};

/** `at` is the piece that is being read, counted from 0. */
export type Reading = { readonly kind: "playing" | "paused" | "ended" | "failed"; readonly at: number };

/** How it is read: once as fast is 1; the voice by its address, where the reader has chosen one. */
export type Manner = { readonly rate: number; readonly voice?: string };

export type ReadAloud = {
  readonly reading: () => Reading;
  readonly subscribe: (listener: () => void) => () => void;
  readonly play: () => void;
  readonly pause: () => void;
  /** To the next piece, or the previous one. */
  readonly go: (step: 1 | -1) => void;
  /** From the portion that is being read on. */
  readonly setManner: (manner: Manner) => void;
};

const longestPortion = 200;

/**
 * Reads pieces one after the other. Pausing falls silent, and playing begins the portion again: browsers differ in how they
 * resume, and some stop for good in a portion of more than a quarter of a minute.
 */
export function openReadAloud(pieces: readonly Piece[], { speech, utterance }: Speaker, manner: Manner): ReadAloud {
  let reading: Reading = { kind: "paused", at: 0 };
  let portion = 0;
  let how = manner;
  /** What is said of an utterance that was cancelled concerns nobody. */
  let turn = 0;
  const listeners = new Set<() => void>();
  const tell = (next: Reading) => {
    reading = next;
    for (const listener of listeners) listener();
  };
  const silence = () => {
    turn += 1;
    speech.cancel();
  };
  const speak = () => {
    const piece = pieces[reading.at];
    if (!piece) return tell({ kind: "ended", at: Math.max(0, pieces.length - 1) });
    const text = piece.portions[portion];
    if (text === undefined) {
      portion = 0;
      tell({ ...reading, at: reading.at + 1 });
      return speak();
    }
    const mine = turn;
    const said = utterance(text);
    const voice = voiceFor(speech.getVoices(), piece.language, how.voice);
    said.lang = piece.language;
    said.rate = how.rate;
    if (voice) said.voice = voice;
    said.onend = () => {
      if (mine !== turn) return;
      portion += 1;
      speak();
    };
    said.onerror = () => {
      if (mine === turn) tell({ ...reading, kind: "failed" });
    };
    speech.speak(said);
  };
  const play = () => {
    silence();
    if (reading.kind === "ended") portion = 0;
    tell({ kind: "playing", at: reading.kind === "ended" ? 0 : reading.at });
    speak();
  };
  return {
    reading: () => reading,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    play,
    pause: () => {
      silence();
      tell({ ...reading, kind: "paused" });
    },
    go: (step) => {
      const wasPlaying = reading.kind === "playing";
      silence();
      portion = 0;
      tell({
        kind: wasPlaying ? "playing" : "paused",
        at: Math.min(Math.max(0, reading.at + step), Math.max(0, pieces.length - 1)),
      });
      if (wasPlaying) speak();
    },
    setManner: (next) => {
      how = next;
      if (reading.kind === "playing") play();
    },
  };
}

type Voice = Pick<SpeechSynthesisVoice, "voiceURI" | "lang" | "default" | "localService">;

/** The chosen voice while it is there and of the language; otherwise one of the very language, or of any country's variety of it. */
export function voiceFor<Known extends Voice>(
  voices: readonly Known[],
  language: string,
  chosen: string | undefined,
): Known | undefined {
  const fitting = voicesOf(voices, language);
  const rank = (voice: Voice) =>
    (voice.voiceURI === chosen ? 8 : 0) +
    (tagOf(voice) === language.toLowerCase() ? 4 : 0) +
    (voice.default ? 2 : 0) +
    (voice.localService ? 1 : 0);
  return [...fitting].sort((one, other) => rank(other) - rank(one))[0];
}

/** Those that speak a language, whatever their country. */
export function voicesOf<Known extends Voice>(voices: readonly Known[], language: string): readonly Known[] {
  const [spoken] = language.toLowerCase().split("-");
  return voices.filter((voice) => tagOf(voice).split("-")[0] === spoken);
}

/** Some devices write "en_GB". */
function tagOf({ lang }: Voice): string {
  return lang.replaceAll("_", "-").toLowerCase();
}

/** What is read of an article in the page: its headline, its standfirst and its text. Pictures, their credits, tables, code and what is related are left out. */
export function piecesOf(article: Element): readonly Piece[] {
  const parts = "h1, .standfirst, [data-article-body] > :is(p, h2, h3, h4, ul, ol, blockquote)";
  return [...article.querySelectorAll(parts)].flatMap((element) => {
    const text = (element.textContent ?? "").replace(/\s+/gu, " ").trim();
    const language = element.closest("[lang]")?.getAttribute("lang") ?? "en";
    if (text === "" || element.matches(".embed-link")) return [];
    return [{ element, portions: portionsOf(text, language), language }];
  });
}

/** Sentences, as many together as are not too long. */
export function portionsOf(text: string, language: string): readonly string[] {
  const sentences = [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)].map(
    (one) => one.segment,
  );
  const portions: string[] = [];
  for (const sentence of sentences) {
    const last = portions.at(-1);
    if (last !== undefined && last.length + sentence.length <= longestPortion)
      portions[portions.length - 1] = last + sentence;
    else portions.push(sentence);
  }
  return portions.map((portion) => portion.trim());
}
