import { useWords } from "../frame-context.ts";
import { useReading } from "../reading.ts";
import { KeptSearches } from "./kept-list.tsx";
import { NamedSearches } from "./named-searches.tsx";
import { Sections } from "./nothing-found.tsx";
import { useSearchWords } from "./use-search-words.ts";

/** Before anything is typed: what to do, the searches that were kept, and the sections. */
export function SearchStart() {
  const words = useWords();
  const searchWords = useSearchWords();
  const { manifest } = useReading();
  return (
    <div className="nothing-found" {...words.attributes}>
      <p className="standfirst with-scripts">{searchWords.plain.whatToType}</p>
      <p className="standfirst without-scripts">{searchWords.plain.searchNeedsScripts}</p>
      <KeptSearches />
      <NamedSearches />
      <h2 className="foot-title">{searchWords.plain.throughSections}</h2>
      <Sections manifest={manifest} />
    </div>
  );
}
