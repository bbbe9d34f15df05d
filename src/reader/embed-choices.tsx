import tokens from "#ui/design-tokens.json";
import { type Colour, contrastOf, leastContrast } from "#widgets/accent.ts";
import { type EmbeddedList, embeddedLists, embedThemes, type StoryKind, storyKinds } from "#widgets/embed-address.ts";
import type { EmbedWords } from "#words/embeds/english.ts";
import type { Words } from "#words/words.ts";
import type { EmbedChoice } from "./embed-address.ts";
import type { Option } from "./embed-queries.ts";
import { useWords } from "./frame-context.ts";

type EmbedChoicesProps = {
  readonly choice: EmbedChoice;
  readonly options: readonly Option[];
  readonly embedWords: EmbedWords;
  readonly choose: (next: EmbedChoice) => void;
};

/** What to show, and in which colours. */
export function EmbedChoices({ choice, options, embedWords, choose }: EmbedChoicesProps) {
  const words = useWords();
  const { what, theme, accent } = choice;
  const { plain } = embedWords;
  const themeNames = { auto: plain.themeAuto, light: plain.themeLight, dark: plain.themeDark };
  return (
    <form className="embed-choices" onSubmit={(event) => event.preventDefault()}>
      <label className="embed-choice">
        <span className="foot-title">{plain.whatToShow}</span>
        <select
          className="field"
          value={what.kind}
          onChange={({ target }) => choose({ ...choice, what: turnedTo(target.value, what) })}
        >
          {storyKinds.map((kind) => (
            <option key={kind} value={kind}>
              {plain[kind]}
            </option>
          ))}
          <optgroup label={plain.list}>
            {embeddedLists.map((kind) => (
              <option key={kind} value={kind}>
                {nameOf(kind, words)}
              </option>
            ))}
          </optgroup>
          <option value="search">{plain.searchBox}</option>
        </select>
      </label>
      {what.kind !== "search" && options.length > 0 && (
        <label className="embed-choice">
          <span className="foot-title">{isStory(what.kind) ? plain.story : plain.listName}</span>
          <select
            className="field"
            value={what.slug ?? options[0]?.slug}
            onChange={({ target }) => choose({ ...choice, what: { ...what, slug: target.value } })}
          >
            {options.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="embed-choice">
        <span className="foot-title">{plain.theme}</span>
        <select
          className="field"
          value={theme}
          onChange={({ target }) =>
            choose({ ...choice, theme: embedThemes.find((one) => one === target.value) ?? "auto" })
          }
        >
          {embedThemes.map((one) => (
            <option key={one} value={one}>
              {themeNames[one]}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="embed-choice">
        <legend className="foot-title">{plain.accent}</legend>
        <label className="tap embed-own-accent">
          <input
            type="checkbox"
            checked={accent !== undefined}
            onChange={({ target }) => choose(withAccent(choice, target.checked ? usualAccent : undefined))}
          />
          {plain.ownAccent}
        </label>
        {accent !== undefined && (
          <input
            type="color"
            className="embed-colour"
            aria-label={plain.accent}
            value={`#${accent}`}
            onChange={({ target }) => choose(withAccent(choice, target.value))}
          />
        )}
        {accent !== undefined && isFaint(`#${accent}`, theme) && <p className="meta">{plain.accentAdjusted}</p>}
      </fieldset>
    </form>
  );
}

const usualAccent = tokens.color.light.accent;

function withAccent({ accent: _accent, ...choice }: EmbedChoice, colour: string | undefined): EmbedChoice {
  return colour === undefined ? choice : { ...choice, accent: colour.slice(1).toLowerCase() };
}

/** In any of the themes that it may be seen in. */
function isFaint(accent: Colour, theme: EmbedChoice["theme"]): boolean {
  const themes = theme === "auto" ? (["light", "dark"] as const) : [theme];
  return themes.some((one) => contrastOf(accent, tokens.color[one].paper as Colour) < leastContrast);
}

function isStory(kind: string): kind is StoryKind {
  return storyKinds.some((one) => one === kind);
}

/** A story stays chosen from one of its embeds to another. */
function turnedTo(value: string, what: EmbedChoice["what"]): EmbedChoice["what"] {
  if (value === "search") return { kind: "search" };
  const list = embeddedLists.find((one) => one === value);
  if (list) return { kind: list, slug: undefined };
  const kind = storyKinds.find((one) => one === value) ?? "card";
  return { kind, slug: what.kind !== "search" && isStory(what.kind) ? what.slug : undefined };
}

function nameOf(kind: EmbeddedList, { plain }: Words): string {
  return plain[kind];
}
