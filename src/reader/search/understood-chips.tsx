import { useFrame } from "../frame-context.ts";
import { Icon } from "../icons.tsx";
import { sayClause } from "./say-search.ts";
import { type Answered, isSpecial, understand, without } from "./understood.ts";
import { useSearchWords } from "./use-search-words.ts";

type UnderstoodChipsProps = {
  readonly text: string;
  readonly answer: Answered | null | undefined;
  readonly search: (text: string) => void;
};

/** What of a query was understood as more than words, each to be removed from it. */
export function UnderstoodChips({ text, answer, search }: UnderstoodChipsProps) {
  const { words, clock } = useFrame();
  const searchWords = useSearchWords();
  const special = understand(text, answer).filter(isSpecial);
  if (special.length === 0) return null;
  return (
    <ul className="chips" aria-label={searchWords.plain.understood} {...words.attributes}>
      {special.map((clause) => {
        const part = sayClause(clause, { words, searchWords, clock });
        return (
          <li key={clause.range.from}>
            <button
              type="button"
              className="chip"
              aria-label={searchWords.fill("remove", { part })}
              onClick={() => search(without(text, [clause]))}
            >
              <bdi>{part}</bdi>
              <Cross />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

export function Cross() {
  return (
    <Icon>
      <path d="m6 6 12 12M18 6 6 18" />
    </Icon>
  );
}
