import { useEffect, useRef } from "react";
import type { Completion } from "#search/protocol.ts";
import { useFrame } from "../frame-context.ts";
import { sayCompleted } from "./say-search.ts";
import { useSearchWords } from "./use-search-words.ts";

type CompletionListProps = {
  readonly id: string;
  readonly completions: readonly Completion[];
  /** The one that the keyboard has gone to; -1 for none. */
  readonly active: number;
  readonly choose: (completion: Completion) => void;
};

export function optionId(listId: string, at: number): string {
  return `${listId}-${at}`;
}

/** What a word could become. Focus stays in the field all the while. */
export function CompletionList({ id, completions, active, choose }: CompletionListProps) {
  const { words } = useFrame();
  const searchWords = useSearchWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [active]);
  return (
    <div
      ref={list}
      id={id}
      className="completions"
      role="listbox"
      aria-label={searchWords.plain.completions}
      hidden={completions.length === 0}
      {...words.attributes}
    >
      {completions.map((completion, at) => {
        const { kind, name, documents } = completion;
        const field = sayCompleted(kind, words);
        return (
          <div
            key={`${kind} ${name}`}
            id={optionId(id, at)}
            className="completion"
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            // Pressed here, the field would lose its focus and the list would close before it is chosen from.
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(completion)}
          >
            <bdi className="completion-name">{name}</bdi>
            {field !== undefined && <span className="kicker">{field}</span>}
            <span className="meta completion-count">{words.number(documents)}</span>
          </div>
        );
      })}
    </div>
  );
}
