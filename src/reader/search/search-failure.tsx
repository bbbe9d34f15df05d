import { EditionProblem } from "#edition/edition-problem.ts";
import { useFrame } from "../frame-context.ts";
import { sayFailure } from "./say-search.ts";
import { useOffline } from "./use-offline.ts";
import { useSearchWords } from "./use-search-words.ts";

/** Why nothing could be searched, and a way to try again. The field stays, and so does what was typed. */
export function SearchFailure({ error, tryAgain }: { error: unknown; tryAgain: () => void }) {
  const { words, clock } = useFrame();
  const { title, advice } = sayFailure(error, useOffline(), { words, searchWords: useSearchWords(), clock });
  const isOutdated = error instanceof EditionProblem && error.kind === "too-new";
  return (
    <div className="not-looked-at" role="alert" {...words.attributes}>
      <p className="standfirst">{title}</p>
      <p>{advice}</p>
      <button
        type="button"
        className="control control-main"
        onClick={() => (isOutdated ? window.location.reload() : tryAgain())}
      >
        {words.plain.tryAgain}
      </button>
    </div>
  );
}
