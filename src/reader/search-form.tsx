import { type KeyboardEvent, useEffect, useRef } from "react";
import { addresses } from "#edition/paths.ts";
import { useFrame } from "./frame-context.ts";

/** How long typing must rest before results are asked for. */
const rest = 120;

type SearchFormProps = {
  readonly text: string;
  readonly search: (text: string) => void;
  /** Moves from the field into the results. */
  readonly enterResults: () => void;
};

/** The field that is searched from as it is typed into. Enter searches at once, Down goes to the results, Escape keeps the text. */
export function SearchForm({ text, search, enterResults }: SearchFormProps) {
  const { root, words } = useFrame();
  const field = useFieldInStep(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const typed = (value: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => search(value), rest);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "Escape") return;
    event.preventDefault();
    if (event.key === "ArrowDown") enterResults();
  };
  return (
    <search {...words.attributes}>
      <form
        className="search-row"
        action={root + addresses.search}
        onSubmit={(event) => {
          event.preventDefault();
          clearTimeout(timer.current);
          search(field.current?.value ?? "");
        }}
      >
        <label className="visually-hidden" htmlFor="search-text">
          {words.plain.searchFor}
        </label>
        <input
          ref={field}
          id="search-text"
          className="field"
          type="search"
          name="q"
          enterKeyHint="search"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          dir="auto"
          maxLength={200}
          defaultValue={text}
          onChange={(event) => typed(event.target.value)}
          onKeyDown={pressed}
        />
        <button className="control control-main" type="submit">
          {words.plain.search}
        </button>
      </form>
    </search>
  );
}

/** Keeps the field in step with the address when that changes otherwise than by typing, as by Back. */
function useFieldInStep(text: string) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const input = field.current;
    if (input && document.activeElement !== input) input.value = text;
  }, [text]);
  return field;
}
