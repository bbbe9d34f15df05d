import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, memo, type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { addresses } from "#edition/paths.ts";
import type { Completion } from "#search/protocol.ts";
import { useFrame } from "../frame-context.ts";
import { useReading } from "../reading.ts";
import { CompletionList, optionId } from "./completion-list.tsx";
import { completionsQuery } from "./search-queries.ts";

/** How long typing must rest before anything is asked for, in milliseconds. */
const rest = 120;
/** UTF-16 units: more was pasted by mistake. */
const longest = 1_000;

const mostWords = 4;
const mostValues = 3;
const listId = "completions";

type SearchFieldProps = {
  readonly text: string;
  /** With every letter, once the hand has rested for a moment. */
  readonly type: (text: string) => void;
  /** When a search was sent off or a completion was chosen. */
  readonly search: (text: string) => void;
  /** Moves from the field to the page's heading. */
  readonly leaveField: () => void;
  /** Moves from the field into the results. */
  readonly enterResults: () => void;
};

/** What completions are asked for, and whether they are shown. */
type Completing = { readonly typed: { readonly text: string; readonly caret: number }; readonly isOpen: boolean };

/**
 * The field that is searched from as it is typed into, a combobox after the ARIA pattern: Down and Up go through what the word
 * could become, Enter takes what was gone to and otherwise searches, Escape closes the list and keeps the text. Once there is
 * no list, Down goes to the results.
 */
export const SearchField = memo(function SearchField(props: SearchFieldProps) {
  const { text, type, search, leaveField, enterResults } = props;
  const { root, words } = useFrame();
  const { edition } = useReading();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { field, noteSent, write } = useFieldInStep(text, timer);
  const [completing, setCompleting] = useState<Completing>();
  const [active, setActive] = useState(-1);
  const { data } = useQuery({
    ...completionsQuery(edition, completing?.typed),
    enabled: completing !== undefined,
    placeholderData: keepPreviousData,
  });
  const completions = completing ? worthShowing(data ?? []) : [];
  const isOpen = completing?.isOpen === true && completions.length > 0;
  const send = (value: string, to = search) => {
    clearTimeout(timer.current);
    noteSent(value);
    to(value);
  };
  const typed = ({ value, selectionStart }: HTMLInputElement) => {
    clearTimeout(timer.current);
    setActive(-1);
    timer.current = setTimeout(() => {
      send(value, type);
      setCompleting({ typed: { text: value, caret: selectionStart ?? value.length }, isOpen: true });
    }, rest);
  };
  const takeUpEarly = useEffectEvent(() => {
    if (field.current && isTypedInto(field.current)) typed(field.current);
  });
  useEffect(() => takeUpEarly(), []);
  const close = () => {
    setCompleting(undefined);
    setActive(-1);
  };
  const choose = (completion: Completion) => {
    write(completion);
    close();
    send(completion.text);
  };
  const show = (isShown: boolean) => {
    setCompleting(completing && { ...completing, isOpen: isShown });
    setActive(-1);
  };
  const move = (step: 1 | -1) => setActive(stepped(active, step, completions.length));
  const pressedArrow = (event: KeyboardEvent) => {
    const isDown = event.key === "ArrowDown";
    event.preventDefault();
    if (isOpen && event.altKey) show(isDown);
    else if (isOpen) move(isDown ? 1 : -1);
    else if (completions.length > 0) show(true);
    else if (isDown) enterResults();
  };
  const pressed = (event: KeyboardEvent) => {
    // Keys that choose among the words of an input method.
    if (event.nativeEvent.isComposing) return;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        return pressedArrow(event);
      case "Escape":
        event.preventDefault();
        return show(false);
      case "Enter": {
        const chosen = isOpen ? completions[active] : undefined;
        if (!chosen) return;
        event.preventDefault();
        return choose(chosen);
      }
      case "ArrowLeft":
      case "ArrowRight":
      case "Home":
      case "End":
        setActive(-1);
    }
  };
  return (
    <search {...words.attributes}>
      <form
        className="search-row"
        action={root + addresses.search}
        onSubmit={(event) => {
          event.preventDefault();
          close();
          send(field.current?.value ?? "");
          // Its keyboard would stand over the results.
          if (window.matchMedia("(pointer: coarse)").matches) leaveField();
        }}
      >
        <label className="visually-hidden" htmlFor="search-text">
          {words.plain.searchFor}
        </label>
        <div className="combobox">
          <input
            ref={field}
            id="search-text"
            className="field"
            type="search"
            name="q"
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && active >= 0 ? optionId(listId, active) : undefined}
            enterKeyHint="search"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            dir="auto"
            maxLength={longest}
            defaultValue={text}
            // What every search needs is loaded while the first letter is still being thought of; trouble is told when it is needed.
            onFocus={() => void edition.search.open().catch(() => undefined)}
            onBlur={close}
            onChange={(event) => typed(event.target)}
            onKeyDown={pressed}
          />
          <CompletionList
            id={listId}
            completions={isOpen ? completions : []}
            active={active}
            choose={(completion) => choose(completion)}
          />
        </div>
        <button className="control control-main" type="submit">
          {words.plain.search}
        </button>
      </form>
    </search>
  );
});

/** Through the options and, between the last and the first, back to none. */
function stepped(active: number, step: 1 | -1, count: number): number {
  return ((active + 1 + step + count + 1) % (count + 1)) - 1;
}

function worthShowing(completions: readonly Completion[]): readonly Completion[] {
  const words = completions.filter(({ kind }) => kind === "word").slice(0, mostWords);
  const values = completions.filter(({ kind }) => kind !== "word").slice(0, mostValues);
  return [...words, ...values];
}

/**
 * Keeps the field in step with the search that is shown when that changes otherwise than by what was typed into it: by Back, or
 * where a filter is chosen. What was about to be sent is then given up.
 */
function useFieldInStep(text: string, timer: RefObject<ReturnType<typeof setTimeout> | undefined>) {
  const field = useRef<HTMLInputElement>(null);
  const sent = useRef<string>(text);
  useEffect(() => {
    if (text === sent.current) return;
    sent.current = text;
    clearTimeout(timer.current);
    if (field.current) field.current.value = text;
  }, [text, timer]);
  const noteSent = (value: string) => {
    sent.current = value;
  };
  const write = ({ text: written, caret }: Pick<Completion, "text" | "caret">) => {
    if (!field.current) return;
    field.current.value = written;
    field.current.setSelectionRange(caret, caret);
  };
  return { field, noteSent, write };
}

/** As a printed field may be before the app has come. */
function isTypedInto({ value, defaultValue }: HTMLInputElement): boolean {
  return value !== defaultValue;
}
