import { act, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { storedManner, storeManner } from "#reader/listen/manner-of-reading.ts";
import { openReadAloud, piecesOf, portionsOf, voiceFor } from "#reader/listen/read-aloud.ts";
import { article } from "../articles.ts";
import { openReader } from "./open-reader.tsx";

type Said = {
  text: string;
  lang: string;
  rate: number;
  voice?: { voiceURI: string };
  onend?: () => void;
  onerror?: () => void;
};

/** A device that speaks, and what it was given to say. Ends a portion when told to. */
function device(voices: readonly { voiceURI: string; lang: string; name: string }[] = []) {
  const said: Said[] = [];
  const speech = Object.assign(new EventTarget(), {
    speak: (one: unknown) => void said.push(one as Said),
    cancel: vi.fn(),
    getVoices: () =>
      voices.map((voice) => ({ default: false, localService: true, ...voice })) as SpeechSynthesisVoice[],
  });
  const utterance = (text: string) => ({ text }) as unknown as SpeechSynthesisUtterance;
  return { said, speech, utterance, end: () => act(() => said.at(-1)?.onend?.()) };
}

const usual = { rate: 1 };

function pieces(...texts: string[]) {
  return texts.map((text) => ({ element: document.createElement("p"), portions: [text], language: "en" }));
}

describe("reading aloud", () => {
  test("goes from piece to piece and ends", () => {
    const { said, end, ...speaker } = device();
    const aloud = openReadAloud(pieces("One.", "Two."), speaker, usual);
    aloud.play();
    end();
    expect(said.map(({ text }) => text)).toEqual(["One.", "Two."]);
    expect(aloud.reading()).toEqual({ kind: "playing", at: 1 });
    end();
    expect(aloud.reading().kind).toBe("ended");
  });

  test("pauses, and begins the portion again", () => {
    const { said, ...speaker } = device();
    const aloud = openReadAloud(pieces("One.", "Two."), speaker, usual);
    aloud.play();
    aloud.pause();
    // A device tells that what was cancelled has ended.
    said[0]?.onend?.();
    expect(aloud.reading()).toEqual({ kind: "paused", at: 0 });
    aloud.play();
    expect(said.map(({ text }) => text)).toEqual(["One.", "One."]);
  });

  test("goes a paragraph on and back, and no further than there are", () => {
    const { said, ...speaker } = device();
    const aloud = openReadAloud(pieces("One.", "Two."), speaker, usual);
    aloud.play();
    aloud.go(1);
    aloud.go(1);
    aloud.go(-1);
    aloud.go(-1);
    expect(said.map(({ text }) => text)).toEqual(["One.", "Two.", "Two.", "One.", "One."]);
  });

  test("says so when the device fails, and can be tried again", () => {
    const { said, ...speaker } = device();
    const aloud = openReadAloud(pieces("One."), speaker, usual);
    aloud.play();
    said[0]?.onerror?.();
    expect(aloud.reading().kind).toBe("failed");
    aloud.play();
    expect(said).toHaveLength(2);
  });

  test("takes another speed from where it is", () => {
    const { said, ...speaker } = device();
    const aloud = openReadAloud(pieces("One."), speaker, usual);
    aloud.play();
    aloud.setManner({ rate: 1.5 });
    expect(said.map(({ text, rate }) => [text, rate])).toEqual([
      ["One.", 1],
      ["One.", 1.5],
    ]);
  });
});

test("a voice is of the story’s language: the chosen one, else the very variety, else any, else none", () => {
  const voice = (voiceURI: string, lang: string) => ({ voiceURI, lang, default: false, localService: true });
  const voices = [voice("a", "en-US"), voice("b", "en_GB"), voice("c", "ur-PK"), voice("d", "en-AU")];
  expect(voiceFor(voices, "en-GB", undefined)?.voiceURI).toBe("b");
  expect(voiceFor(voices, "en", "d")?.voiceURI).toBe("d");
  expect(voiceFor(voices, "en-GB", "one that was taken off the device")?.voiceURI).toBe("b");
  expect(voiceFor(voices, "en", "c")?.lang).toMatch(/^en/u);
  expect(voiceFor(voices, "ur", undefined)?.voiceURI).toBe("c");
  expect(voiceFor(voices, "az", undefined)).toBeUndefined();
});

test("a long paragraph is said in portions of whole sentences", () => {
  const sentence = "The boat sailed at seven in the morning with nobody on board. ";
  const portions = portionsOf(sentence.repeat(10), "en");
  expect(portions.length).toBeGreaterThan(2);
  for (const portion of portions) expect(portion).toMatch(/board\.$/u);
  expect(portions.join(" ")).toBe(sentence.repeat(10).trim());
});

test("pictures with their credits, tables and what is related are not read", () => {
  const parsed = document.createElement("article");
  parsed.lang = "en";
  const add = (parent: Element, name: string, text: string) => {
    const element = document.createElement(name);
    element.textContent = text;
    parent.append(element);
    return element;
  };
  add(parsed, "h1", "Headline");
  const body = add(parsed, "div", "");
  body.setAttribute("data-article-body", "");
  add(body, "p", "Text.");
  add(body, "figure", "Photo: Ada Lane");
  add(body, "aside", "Also read");
  add(body, "section", "Table");
  add(body, "blockquote", "Quote.");
  expect(piecesOf(parsed).map(({ portions }) => portions[0])).toEqual(["Headline", "Text.", "Quote."]);
});

test("how a reader listens is kept by language; damaged storage and absurd speeds mean the usual", () => {
  storeManner("en", { rate: 1.5, voice: "b" });
  expect(storedManner("en")).toEqual({ rate: 1.5, voice: "b" });
  expect(storedManner("ur")).toEqual({ rate: 1.5 });
  for (const damaged of ["{", "null", '{"rate":99,"voices":[]}', '{"rate":"x","voices":{"en":7}}']) {
    localStorage.setItem("dateline-listening", damaged);
    expect(storedManner("en")).toEqual(usual);
  }
});

describe("in an article", () => {
  beforeEach(() => {
    localStorage.clear();
    document.documentElement.dataset["speech"] = "";
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    Reflect.deleteProperty(navigator, "mediaSession");
  });

  const harbour = article({
    headline: "Harbour opens",
    body: [
      { kind: "paragraph", content: ["First paragraph."] },
      { kind: "paragraph", content: ["Second paragraph."] },
    ],
  });

  function openListening(...voices: Parameters<typeof device>[0] & object) {
    const spoken = device(voices);
    vi.stubGlobal("speechSynthesis", spoken.speech);
    vi.stubGlobal(
      "SpeechSynthesisUtterance",
      class {
        text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    );
    Element.prototype.scrollIntoView = vi.fn();
    return { ...spoken, ...openReader("/articles/harbour-opens", [harbour]) };
  }

  test("Listen reads headline and paragraphs, marks where it is, pauses, and stops", async () => {
    const { said, end, user, speech } = openListening({ voiceURI: "b", lang: "en-GB", name: "Beth" });
    await waitFor(() => expect(document.documentElement.dataset["tools"]).toBe("here"));
    await user.click(await screen.findByRole("button", { name: "Listen" }));
    expect(await screen.findByRole("region", { name: "Read aloud" })).toBeVisible();
    expect(said.at(-1)).toMatchObject({ text: "Harbour opens", lang: "en", voice: { voiceURI: "b" } });
    end();
    expect(screen.getByText("First paragraph.")).toHaveAttribute("data-spoken");
    expect(screen.getByText("Paragraph 2 of 3")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Pause" }));
    expect(speech.cancel).toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: "Play" }));
    expect(said.at(-1)?.text).toBe("First paragraph.");
    await user.click(screen.getByRole("button", { name: "Next paragraph" }));
    end();
    expect(screen.getByText("The story has ended.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Stop" }));
    expect(screen.queryByRole("region", { name: "Read aloud" })).toBeNull();
    expect(document.querySelector("[data-spoken]")).toBeNull();
  });

  test("a device without a voice of the language says so and reads on", async () => {
    const { said, user } = openListening({ voiceURI: "u", lang: "ur-PK", name: "Uzma" });
    await waitFor(() => expect(document.documentElement.dataset["tools"]).toBe("here"));
    await user.click(await screen.findByRole("button", { name: "Listen" }));
    expect(await screen.findByText(/has no voice for the language of this story/u)).toBeVisible();
    expect(said).toHaveLength(1);
  });

  test("the device’s own player steers it", async () => {
    const handlers = new Map<string, () => void>();
    const mediaSession = {
      metadata: null,
      playbackState: "none",
      setActionHandler: (action: string, act: () => void) => void handlers.set(action, act),
    };
    Object.defineProperty(navigator, "mediaSession", { value: mediaSession, configurable: true });
    const { said, user } = openListening();
    await waitFor(() => expect(document.documentElement.dataset["tools"]).toBe("here"));
    await user.click(await screen.findByRole("button", { name: "Listen" }));
    await screen.findByRole("region", { name: "Read aloud" });
    act(() => handlers.get("nexttrack")?.());
    expect(said.at(-1)?.text).toBe("First paragraph.");
    act(() => handlers.get("pause")?.());
    expect(mediaSession.playbackState).toBe("paused");
  });
});
